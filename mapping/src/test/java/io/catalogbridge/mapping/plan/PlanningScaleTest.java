package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType.Primitive;
import io.catalogbridge.mapping.glue.TableName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class PlanningScaleTest {

    /** Ten times as much, with room for a cold start and a busy machine; a quadratic planner takes a hundred times. */
    private static final double LINEAR = 40;

    @Test
    void planningTimeGrowsLinearlyWithTables() {
        long small = nanos(input(10_000, 2), 10_000);
        long large = nanos(input(100_000, 2), 100_000);

        assertThat((double) large / small).isLessThan(LINEAR);
    }

    @Test
    void planningTimeGrowsLinearlyWithColumns() {
        long small = nanos(input(10, 1_000), 10);
        long large = nanos(input(10, 10_000), 10);

        assertThat((double) large / small).isLessThan(LINEAR);
    }

    /** The best of several runs. */
    private static long nanos(PlanInput input, int updates) {
        return LongStream.range(0, 2)
                .map(run -> nanosOnce(input, updates))
                .min()
                .orElseThrow();
    }

    private static long nanosOnce(PlanInput input, int updates) {
        long start = System.nanoTime();
        Plan plan = Planner.plan(input).plan();
        long nanos = System.nanoTime() - start;
        assertThat(plan.summary().update()).isEqualTo(updates);
        return nanos;
    }

    /** Every table has a column more, one less and a new text. */
    private static PlanInput input(int tables, int columns) {
        GlueCatalog current = catalog(tables, 0, columns, "Net amount");
        GlueCatalog desired = catalog(tables, 1, columns + 1, "Net amount in EUR");
        return Inputs.of(desired, Inputs.read(current), current, PlanPolicy.CAUTIOUS);
    }

    private static GlueCatalog catalog(int tables, int from, int to, String text) {
        List<GlueColumn> columns = IntStream.range(from, to)
                .mapToObj(index -> GlueColumn.of("c" + index, Primitive.BIGINT, text, Map.of()))
                .toList();
        List<GlueTable> all = IntStream.range(0, tables)
                .mapToObj(index -> GlueTable.of(new TableName("sales", "t" + index), text, columns, Map.of()))
                .toList();
        return Signed.catalog(new GlueCatalog(List.of(GlueDatabase.of("sales", "", Map.of(), all)), List.of()));
    }
}
