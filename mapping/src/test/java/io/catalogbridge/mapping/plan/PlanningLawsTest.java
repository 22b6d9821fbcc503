package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

import static org.assertj.core.api.Assertions.assertThat;

@Domain(Catalogs.class)
@Domain(DomainContext.Global.class)
class PlanningLawsTest {

    @Property(tries = 300)
    void planningAStateAgainstItselfIsEmpty(@ForAll GlueCatalog state, @ForAll PlanPolicy policy) {
        Planning planning = Planner.plan(Inputs.of(state, Inputs.read(state), state, policy));

        assertThat(planning.plan().changes()).isEmpty();
        assertThat(planning.plan().conflicts()).isEmpty();
        assertThat(planning.plan().skipped()).isEmpty();
        assertThat(planning.confirmed().databases()).isEmpty();
        assertThat(planning.plan().calls().total()).isEmpty();
    }

    @Property(tries = 1000)
    void applyingAPlanGivesWhatIsDesired(@ForAll GlueCatalog current, @ForAll GlueCatalog desired) {
        GlueObservation start = Inputs.read(current);

        Plan plan =
                Planner.plan(Inputs.of(desired, start, current, Inputs.MANAGED)).plan();
        GlueObservation end = PlanSimulation.apply(plan, start);

        assertThat(end.catalog().jobs()).isEqualTo(desired.jobs());
        assertThat(desired.databases()).isSubsetOf(end.catalog().databases());
        assertThat(end.catalog().tables())
                .containsExactlyElementsOf(desired.tables().toList());
    }

    @Property(tries = 500)
    void planningAgainAfterApplyingIsEmptyWhateverThePolicy(
            @ForAll GlueCatalog current,
            @ForAll GlueCatalog desired,
            @ForAll GlueCatalog lastApplied,
            @ForAll PlanPolicy policy) {
        PlanInput first = Inputs.of(desired, Inputs.read(edited(current, lastApplied)), lastApplied, policy);

        Planning planning = Planner.plan(first);
        GlueObservation end = PlanSimulation.apply(planning.plan(), first.current());
        GlueCatalog remembered = Remembered.after(planning, lastApplied);
        Planning again = Planner.plan(Inputs.of(desired, end, remembered, policy));

        assertThat(again.plan().changes()).isEmpty();
        assertThat(openQuestions(again.plan())).isEqualTo(openQuestions(planning.plan()));
        assertThat(again.confirmed().databases()).isEmpty();
    }

    /** The part of the law above that depends most on chance: three orders of a few columns. */
    @Property(tries = 1000)
    void planningAgainLeavesTheOrderOfColumnsAlone(
            @ForAll("lists") List<GlueColumn> current,
            @ForAll("lists") List<GlueColumn> desired,
            @ForAll("lists") List<GlueColumn> lastApplied,
            @ForAll PlanPolicy policy) {
        planningAgainAfterApplyingIsEmptyWhateverThePolicy(
                oneTable(current), oneTable(desired), oneTable(lastApplied), policy);
    }

    @Provide
    Arbitrary<List<GlueColumn>> lists() {
        return Arbitraries.of("id", "net", "gross", "day")
                .list()
                .uniqueElements()
                .ofMaxSize(4)
                .map(names -> names.stream()
                        .map(name -> GlueColumn.of(name, GlueType.Primitive.INT, "", Map.of()))
                        .toList());
    }

    private static GlueCatalog oneTable(List<GlueColumn> columns) {
        GlueTable table = GlueTable.of(new TableName("alpha", "orders"), "", columns, Map.of());
        return Signed.catalog(
                new GlueCatalog(List.of(GlueDatabase.of("alpha", "", Map.of(), List.of(table))), List.of()));
    }

    @Property(tries = 500)
    void idleRunsReadOnlyDatabasesWithOpenConflicts(
            @ForAll GlueCatalog current, @ForAll GlueCatalog desired, @ForAll PlanPolicy policy) {
        PlanInput first = Inputs.of(desired, Inputs.read(edited(current, desired)), current, policy);
        Planning planning = Planner.plan(first);
        GlueObservation end = PlanSimulation.apply(planning.plan(), first.current());
        GlueCatalog remembered = Remembered.after(planning, current);

        List<String> inConflict = planning.plan().conflicts().stream()
                .map(conflict -> conflict.subject().split("[:/]", -1)[1])
                .distinct()
                .toList();

        assertThat(Planner.databasesToRead(Inputs.of(desired, end, remembered, policy), false))
                .containsExactlyInAnyOrderElementsOf(inConflict);
    }

    @Property(tries = 300)
    void theOrderOfDiscoveryDoesNotMatter(
            @ForAll GlueCatalog current, @ForAll GlueCatalog desired, @ForAll Random random) {
        Planning straight = Planner.plan(Inputs.of(desired, Inputs.read(current), current, Inputs.MANAGED));

        Planning shuffled = Planner.plan(
                Inputs.of(shuffled(desired, random), Inputs.read(shuffled(current, random)), current, Inputs.MANAGED));

        assertThat(shuffled).isEqualTo(straight);
    }

    @Property(tries = 300)
    void aPartialSnapshotDeletesNothing(
            @ForAll GlueCatalog current, @ForAll GlueCatalog desired, @ForAll PlanPolicy policy) {
        PlanInput input = Inputs.partial(Inputs.of(desired, Inputs.read(current), current, policy));

        Plan plan = Planner.plan(input).plan();

        assertThat(plan.changes()).noneMatch(Change.DeleteTable.class::isInstance);
        assertThat(plan.changes()).noneMatch(Change.DeleteJob.class::isInstance);
        assertThat(plan.complete()).isFalse();
    }

    @Property(tries = 300)
    void aPlanSurvivesItsJsonForm(@ForAll GlueCatalog current, @ForAll GlueCatalog desired, @ForAll PlanPolicy policy) {
        Plan plan = Planner.plan(Inputs.of(desired, Inputs.read(current), desired, policy))
                .plan();

        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    @Property(tries = 300)
    void plansHaveTheSameDigestExactlyIfTheyDoTheSame(
            @ForAll GlueCatalog current, @ForAll GlueCatalog one, @ForAll GlueCatalog other) {
        Plan first = Planner.plan(Inputs.of(one, Inputs.read(current), current, Inputs.MANAGED))
                .plan();
        Plan second = Planner.plan(Inputs.of(other, Inputs.read(current), current, Inputs.MANAGED))
                .plan();

        assertThat(first.digest().equals(second.digest()))
                .isEqualTo(first.changes().equals(second.changes()));
    }

    /** Without values, since a list of columns may meanwhile have grown. */
    private static List<List<Object>> openQuestions(Plan plan) {
        return Stream.concat(
                        plan.conflicts().stream().map(each -> List.<Object>of(each.subject(), each.field())),
                        plan.skipped().stream().map(each -> List.<Object>of(each.subject(), each.reason())))
                .toList();
    }

    /** As if people had changed tables of ours in Glue: their content is new, but their fingerprint is the old one. */
    static GlueCatalog edited(GlueCatalog catalog, GlueCatalog written) {
        return new GlueCatalog(
                catalog.databases().stream()
                        .map(database -> database.withTables(database.tables().stream()
                                .map(table -> written.table(table.name())
                                        .map(old -> Parameters.with(
                                                table,
                                                Ownership.FINGERPRINT,
                                                old.parameters().getOrDefault(Ownership.FINGERPRINT, "")))
                                        .orElse(table))
                                .toList()))
                        .toList(),
                catalog.jobs());
    }

    private static GlueCatalog shuffled(GlueCatalog catalog, Random random) {
        return new GlueCatalog(
                shuffled(
                        catalog.databases().stream()
                                .map(database -> database.withTables(shuffled(database.tables(), random)))
                                .toList(),
                        random),
                shuffled(catalog.jobs(), random));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
