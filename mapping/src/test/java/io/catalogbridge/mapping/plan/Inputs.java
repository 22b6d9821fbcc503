package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.glue.GlueObservation.TableFacts;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.plan.PlanPolicy.FieldStrategies;
import io.catalogbridge.mapping.plan.PlanPolicy.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Inputs of planning in which only what matters to a test is said. */
final class Inputs {

    static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");

    /** Something that none of the catalogs mentions could not be read. */
    static final Gap ELSEWHERE = new Gap("datasphere:ELSEWHERE/THING", "The server does not answer.");

    /** The source wins everywhere, and everything that is gone is deleted at once. */
    static final PlanPolicy MANAGED = new PlanPolicy(
            true,
            1,
            Duration.ZERO,
            1_000_000,
            new FieldStrategies(
                    Strategy.SOURCE_WINS, Strategy.SOURCE_WINS, Strategy.SOURCE_WINS, Strategy.SOURCE_WINS));

    private Inputs() {}

    static PlanInput of(GlueCatalog desired, GlueObservation current, GlueCatalog lastApplied, PlanPolicy policy) {
        List<Finding> none = List.of();
        return new PlanInput(Signed.ENVIRONMENT, desired, none, List.of(), true, current, lastApplied, policy, NOW);
    }

    static PlanInput partial(PlanInput input) {
        return new PlanInput(
                input.environment(),
                input.desired(),
                input.findings(),
                List.of(ELSEWHERE),
                input.whole(),
                input.current(),
                input.lastApplied(),
                input.policy(),
                input.now(),
                input.decisions());
    }

    /** Everything read, all tables in version 7. */
    static GlueObservation read(GlueCatalog catalog) {
        return GlueObservation.of(
                catalog,
                catalog.tables()
                        .map(GlueTable::name)
                        .collect(Collectors.toMap(Function.identity(), name -> new TableFacts("7", false))),
                catalog.databases().stream().map(GlueDatabase::name).collect(Collectors.toSet()),
                true);
    }

    /** What a run reads before planning: the tables of the databases that the planner asks for. */
    static GlueObservation asked(PlanInput input, boolean verify) {
        var wanted = Planner.databasesToRead(input, verify);
        List<GlueDatabase> databases = input.current().catalog().databases().stream()
                .map(database -> wanted.contains(database.name()) ? database : database.bare())
                .toList();
        return GlueObservation.of(
                new GlueCatalog(databases, input.current().catalog().jobs()),
                input.current().facts(),
                wanted,
                input.current().jobsRead());
    }

    static PlanInput reading(PlanInput input, GlueObservation current) {
        return new PlanInput(
                input.environment(),
                input.desired(),
                input.findings(),
                input.gaps(),
                input.whole(),
                current,
                input.lastApplied(),
                input.policy(),
                input.now(),
                input.decisions());
    }
}
