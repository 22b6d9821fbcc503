package io.catalogbridge.server.bench;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.PlanInput;
import io.catalogbridge.mapping.plan.PlanPolicy;
import io.catalogbridge.mapping.plan.PlanSimulation;
import io.catalogbridge.mapping.plan.Planner;
import io.catalogbridge.mapping.rules.CatalogMapper;
import io.catalogbridge.mapping.rules.MappingResult;
import io.catalogbridge.mapping.rules.MappingRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Measures mapping and planning of many tables in memory, without any other system. */
public final class PlanBench {

    private static final String ENVIRONMENT = "bench";
    private static final int TABLES_PER_SPACE = 500;
    private static final int COLUMNS = 20;
    private static final List<DataType> TYPES = List.of(
            new DataType.Text(40),
            new DataType.Decimal(15, 2),
            new DataType.Date(),
            new DataType.Whole(64),
            new DataType.Timestamp());

    private PlanBench() {}

    /** Plans the creation of this many tables, and then the same against what that plan would have made. */
    public static PlanMeasurement of(int tables) {
        HeapPeak.reset();
        Timed<CatalogSnapshot> snapshot = Timed.of(() -> snapshot(tables));
        Timed<MappingResult> mapped =
                Timed.of(() -> CatalogMapper.map(snapshot.value(), MappingRules.defaults(ENVIRONMENT)));
        Timed<Plan> creation = Timed.of(() -> plan(mapped.value(), GlueObservation.EMPTY, GlueCatalog.EMPTY));
        GlueObservation created = PlanSimulation.apply(creation.value(), GlueObservation.EMPTY);
        Timed<Plan> idle =
                Timed.of(() -> plan(mapped.value(), created, mapped.value().catalog()));
        return new PlanMeasurement(
                tables,
                mapped.time(),
                creation.time(),
                creation.value().summary().create(),
                idle.time(),
                idle.value().changes().size(),
                HeapPeak.bytes());
    }

    private static Plan plan(MappingResult mapped, GlueObservation current, GlueCatalog lastApplied) {
        return Planner.plan(new PlanInput(
                        ENVIRONMENT,
                        mapped.catalog(),
                        mapped.findings(),
                        List.of(),
                        true,
                        current,
                        lastApplied,
                        PlanPolicy.CAUTIOUS,
                        Instant.EPOCH))
                .plan();
    }

    private static CatalogSnapshot snapshot(int tables) {
        List<Asset> assets =
                IntStream.range(0, tables).mapToObj(PlanBench::table).toList();
        return new CatalogSnapshot("bench", true, List.of(), assets, List.of(), List.of());
    }

    private static Asset table(int number) {
        AssetId id = new AssetId("SPACE_" + number / TABLES_PER_SPACE, "TABLE_" + number);
        List<Column> columns =
                IntStream.range(0, COLUMNS).mapToObj(PlanBench::column).toList();
        return new Dataset.LocalTable(
                AssetHead.of(id), new Shape(columns, List.of(), List.of(), List.of()), new TableOrigin.Managed());
    }

    private static Column column(int number) {
        return Column.of("COLUMN_" + number, TYPES.get(number % TYPES.size()))
                .withLabel("Column " + number)
                .withDescription("What column " + number + " of this table means to those who read it")
                .withKey(number == 0);
    }

    private record Timed<T>(T value, Duration time) {
        static <T> Timed<T> of(Supplier<T> work) {
            long start = System.nanoTime();
            T value = work.get();
            return new Timed<>(value, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
