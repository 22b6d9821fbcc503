package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType.Primitive;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlannerTest {

    private static final GlueCatalog DESIRED = sales("Sales orders", "Net amount");

    @Test
    void updatesSendTheVersionReadAndRequireOurMarker() {
        PlanInput input = input(sales("Orders", "Net"), sales("Orders", "Net"));

        assertThat(update(input).versionId()).isEqualTo("7");
        assertThat(update(input).preconditions())
                .containsExactly(new Precondition.VersionIs("7"), new Precondition.OwnedBy("dog"));
    }

    @Test
    void adoptedTablesAreNotRequiredToBearOurMarkerYet() {
        GlueTable theirs = GlueTable.of(new TableName("sales", "orders"), "", List.of(), Map.of());
        GlueCatalog current = new GlueCatalog(
                List.of(Signed.database(GlueDatabase.of("sales", "", Map.of(), List.of()))
                        .withTables(List.of(theirs))),
                List.of());
        PlanPolicy adopting = new PlanPolicy(false, 0, Inputs.MANAGED.grace(), 10, Inputs.MANAGED.fields(), true);

        PlanInput input = Inputs.of(DESIRED, Inputs.read(current), GlueCatalog.EMPTY, adopting);

        assertThat(update(input).preconditions()).containsExactly(new Precondition.VersionIs("7"));
    }

    @Test
    void theBaselineOfAKeptEditIsWhatWeWroteAndOfTheRestWhatIsDesired() {
        GlueCatalog last = sales("Orders", "Net");
        GlueCatalog current = edited(last, "Orders, see wiki", "Net");

        Change.UpdateTable update = update(input(sales("Orders", "Net amount"), current, last));

        assertThat(update.after().description()).isEqualTo("Orders, see wiki");
        assertThat(update.baseline().description()).isEqualTo("Orders");
        assertThat(update.baseline().columns()).isEqualTo(update.after().columns());
        assertThat(update.after().parameters().get(Ownership.FINGERPRINT))
                .isEqualTo(sales("Orders", "Net amount")
                        .tables()
                        .findFirst()
                        .orElseThrow()
                        .parameters()
                        .get(Ownership.FINGERPRINT));
    }

    @Test
    void confirmsWithoutACallWhatIsAsItShouldBeButNotRemembered() {
        Planning planning =
                Planner.plan(Inputs.of(DESIRED, Inputs.read(DESIRED), GlueCatalog.EMPTY, PlanPolicy.CAUTIOUS));

        assertThat(planning.plan().empty()).isTrue();
        assertThat(planning.confirmed()).isEqualTo(DESIRED);
    }

    @Test
    void confirmsAChangeThatAnotherProcessMade() {
        Planning planning =
                Planner.plan(Inputs.of(DESIRED, Inputs.read(DESIRED), sales("Orders", "Net"), PlanPolicy.CAUTIOUS));

        assertThat(planning.plan().empty()).isTrue();
        assertThat(planning.confirmed().tables())
                .containsExactlyElementsOf(DESIRED.tables().toList());
    }

    @Test
    void whatAnotherProcessWroteIsNotTakenForAnEdit() {
        GlueCatalog theirs = sales("Orders, as the other process knew them", "Net");

        Plan plan = Planner.plan(Inputs.of(DESIRED, Inputs.read(theirs), sales("Orders", "Net"), PlanPolicy.CAUTIOUS))
                .plan();

        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.changes()).hasSize(2);
    }

    @Test
    void aHeaderThatIsStillToBeWrittenIsNotConfirmed() {
        GlueCatalog desired = new GlueCatalog(
                DESIRED.databases().stream()
                        .map(each ->
                                Signed.database(GlueDatabase.of("sales", "Sales and returns", Map.of(), each.tables())))
                        .toList(),
                List.of());

        Planning planning =
                Planner.plan(Inputs.of(desired, Inputs.read(DESIRED), GlueCatalog.EMPTY, PlanPolicy.CAUTIOUS));

        assertThat(planning.plan().changes()).hasOnlyElementsOfType(Change.UpdateDatabase.class);
        assertThat(planning.confirmed().databases())
                .singleElement()
                .satisfies(database -> assertThat(database.parameters()).isEmpty())
                .satisfies(database -> assertThat(database.tables()).hasSize(1));
    }

    @Test
    void ordersDatabasesJobsTablesAndThenDigests() {
        GlueCatalog desired = wide(2, 2);

        Plan plan = Planner.plan(Inputs.of(desired, GlueObservation.EMPTY, GlueCatalog.EMPTY, PlanPolicy.CAUTIOUS))
                .plan();

        assertThat(plan.changes())
                .extracting(change -> ChangeKind.of(change) + " " + change.subject())
                .containsExactly(
                        "CREATE_DATABASE glue:d0",
                        "CREATE_DATABASE glue:d1",
                        "CREATE_TABLE glue:d0/t0",
                        "CREATE_TABLE glue:d0/t1",
                        "CREATE_TABLE glue:d1/t0",
                        "CREATE_TABLE glue:d1/t1",
                        "UPDATE_DATABASE glue:d0",
                        "UPDATE_DATABASE glue:d1");
    }

    @Test
    void countsCallsByFullPagesAndBatches() {
        GlueCatalog current = wide(101, 1);
        GlueCatalog crowded = with(current, "d0", 201);

        Plan plan = Planner.plan(Inputs.of(current, Inputs.read(crowded), crowded, Inputs.MANAGED))
                .plan();

        assertThat(plan.calls().reread()).isEqualTo(Map.of("GetDatabases", 2L, "GetTables", 3L));
        assertThat(plan.calls().write()).isEqualTo(Map.of("BatchDeleteTable", 2L, "UpdateDatabase", 1L));
        assertThat(plan.calls().verify()).isEqualTo(Map.of("GetDatabases", 2L, "GetTables", 1L));
        assertThat(plan.calls().total())
                .isEqualTo(Map.of("GetDatabases", 4L, "GetTables", 4L, "BatchDeleteTable", 2L, "UpdateDatabase", 1L));
        assertThat(plan.withoutVerification().calls().total())
                .isEqualTo(Map.of("GetDatabases", 2L, "GetTables", 3L, "BatchDeleteTable", 2L, "UpdateDatabase", 1L));
        assertThat(plan.touched()).containsExactly("d0");
    }

    @Test
    void theDigestDependsOnVersions() {
        PlanInput input = input(sales("Orders", "Net"), sales("Orders", "Net"));
        GlueObservation moved = GlueObservation.of(
                input.current().catalog(),
                Map.of(new TableName("sales", "orders"), new GlueObservation.TableFacts("8", false)),
                input.current().tablesRead(),
                true);

        Plan plan = Planner.plan(input).plan();
        Plan later = Planner.plan(Inputs.reading(input, moved)).plan();

        assertThat(later.digest()).isNotEqualTo(plan.digest());
        assertThat(plan.id()).isEqualTo("plan-" + plan.digest().substring(0, 12));
    }

    private static Change.UpdateTable update(PlanInput input) {
        return Planner.plan(input).plan().changes().stream()
                .filter(Change.UpdateTable.class::isInstance)
                .map(Change.UpdateTable.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static PlanInput input(GlueCatalog current, GlueCatalog last) {
        return input(DESIRED, current, last);
    }

    private static PlanInput input(GlueCatalog desired, GlueCatalog current, GlueCatalog last) {
        return Inputs.of(desired, Inputs.read(current), last, PlanPolicy.CAUTIOUS);
    }

    private static GlueCatalog sales(String description, String comment) {
        return Signed.catalog(new GlueCatalog(
                List.of(GlueDatabase.of("sales", "Sales", Map.of(), List.of(orders(description, comment)))),
                List.of()));
    }

    private static GlueTable orders(String description, String comment) {
        return GlueTable.of(
                new TableName("sales", "orders"),
                description,
                List.of(GlueColumn.of("net", Primitive.DOUBLE, comment, Map.of())),
                Map.of());
    }

    /** The same catalog with texts changed by hand, so that the hashes are still ours. */
    private static GlueCatalog edited(GlueCatalog written, String description, String comment) {
        GlueDatabase database = written.databases().get(0);
        GlueTable table = database.tables().get(0);
        GlueTable edited = new GlueTable(
                table.name(), description, orders(description, comment).columns(), table.parameters());
        return new GlueCatalog(List.of(database.withTables(List.of(edited))), List.of());
    }

    private static GlueCatalog wide(int databases, int tables) {
        return Signed.catalog(new GlueCatalog(
                IntStream.range(0, databases)
                        .mapToObj(index -> database("d" + index, tables))
                        .toList(),
                List.of()));
    }

    private static GlueCatalog with(GlueCatalog catalog, String database, int tables) {
        return new GlueCatalog(
                catalog.databases().stream()
                        .map(each -> each.name().equals(database) ? Signed.database(database(database, tables)) : each)
                        .toList(),
                List.of());
    }

    private static GlueDatabase database(String name, int tables) {
        return GlueDatabase.of(
                name,
                "",
                Map.of(),
                IntStream.range(0, tables)
                        .mapToObj(index -> GlueTable.of(new TableName(name, "t" + index), "", List.of(), Map.of()))
                        .toList());
    }
}
