package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.plan.Decision.Resolution;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

import static org.assertj.core.api.Assertions.assertThat;

@Domain(Catalogs.class)
@Domain(DomainContext.Global.class)
class DecidingLawsTest {

    @Property(tries = 500)
    void aPlanAfterDecidingOnEveryFieldHasNoneInConflict(
            @ForAll GlueCatalog current,
            @ForAll GlueCatalog desired,
            @ForAll GlueCatalog lastApplied,
            @ForAll PlanPolicy policy,
            @ForAll Resolution resolution) {
        PlanInput undecided =
                Inputs.of(desired, Inputs.read(PlanningLawsTest.edited(current, lastApplied)), lastApplied, policy);
        List<Conflict> conflicts = fields(Planner.plan(undecided).plan());

        Plan decided = Planner.plan(undecided.withDecisions(decisions(conflicts, resolution)))
                .plan();

        assertThat(fields(decided)).isEmpty();
        assertThat(decided.skipped())
                .filteredOn(skipped -> skipped.reason() == Skipped.Reason.KEPT_BY_DECISION)
                .hasSize(resolution == Resolution.KEEP_TARGET ? conflicts.size() : 0);
    }

    @Property(tries = 500)
    void whatWasDecidedForTheTargetIsStillDecidedOnceThePlanIsApplied(
            @ForAll GlueCatalog current,
            @ForAll GlueCatalog desired,
            @ForAll GlueCatalog lastApplied,
            @ForAll PlanPolicy policy) {
        PlanInput undecided =
                Inputs.of(desired, Inputs.read(PlanningLawsTest.edited(current, lastApplied)), lastApplied, policy);
        List<Conflict> texts = fields(Planner.plan(undecided).plan()).stream()
                .filter(conflict -> !conflict.field().equals("columns"))
                .toList();
        Decisions decisions = decisions(texts, Resolution.KEEP_TARGET);

        Planning planning = Planner.plan(undecided.withDecisions(decisions));
        GlueObservation end = PlanSimulation.apply(planning.plan(), undecided.current());
        GlueCatalog remembered = Remembered.after(planning, lastApplied);
        Plan again = Planner.plan(Inputs.of(desired, end, remembered, policy).withDecisions(decisions))
                .plan();

        assertThat(fields(again)).allMatch(conflict -> conflict.field().equals("columns"));
    }

    private static List<Conflict> fields(Plan plan) {
        return plan.conflicts().stream()
                .filter(conflict -> !conflict.field().isEmpty())
                .toList();
    }

    private static Decisions decisions(List<Conflict> conflicts, Resolution resolution) {
        return Decisions.of(conflicts.stream()
                .map(each -> new Decision(each.subject(), each.field(), each.lastApplied(), each.current(), resolution))
                .toList());
    }
}
