package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.glue.GlueColumn;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

@Tag("slow")
class LargeTenantTest {

    private static final long GIBIBYTE = 1L << 30;

    @Test
    void mapsOneHundredThousandTablesWithinOneGibibyte() {
        CatalogSnapshot snapshot = Tenants.snapshot(
                IntStream.range(0, 100_000).mapToObj(LargeTenantTest::table).toList());

        MappingResult result =
                assertTimeout(Duration.ofSeconds(60), () -> CatalogMapper.map(snapshot, MappingRules.defaults("dog")));

        assertThat(result.tables()).hasSize(snapshot.assets().size());
        assertThat(retained()).isLessThan(GIBIBYTE);
    }

    @Test
    void holdsTextsOnceThatAreNotChanged() {
        Dataset table = table(1);

        Column column = table.columns().get(0);
        GlueColumn mapped = Tenants.mapped(table).columns().get(0);

        assertThat(mapped.parameters().get("catalogbridge.name")).isSameAs(column.name());
        assertThat(mapped.parameters().get("catalogbridge.label")).isSameAs(column.label());
        assertThat(mapped.comment()).isSameAs(column.label());
    }

    private static long retained() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Dataset table(int number) {
        Column[] columns = IntStream.range(0, 20)
                .mapToObj(i -> Column.of("COLUMN_" + number + "_" + i, new DataType.Decimal(15, 2))
                        .withLabel("Label of column " + i + " in " + number)
                        .withKey(i == 0))
                .toArray(Column[]::new);
        return Tenants.table("SPACE_" + number % 50, "TABLE_" + number, columns);
    }
}
