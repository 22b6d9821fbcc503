package io.catalogbridge.server.store;

import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.CallEstimate;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.Skipped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OpenItemsTest {

    private static final String ENV = "dog";
    private static final String DATABASE = "datasphere_sales_dog";

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.systemUTC());
        store.catalog()
                .replace(
                        ENV,
                        Entries.content(
                                Entries.glue("a").entry(),
                                Entries.glue("b").entry(),
                                Entries.glue("c").entry(),
                                Entries.table("A").counterpart(id("a")).entry()));
        store.baselines()
                .confirm(
                        ENV,
                        new GlueCatalog(
                                List.of(GlueDatabase.of(DATABASE, "", Map.of(), List.of(table("a"), table("b")))),
                                List.of()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasAppliedAndIsLeftAloneByThePlanIsInGlue() {
        assertThat(in(SyncState.IN_GLUE)).containsExactly("A", "a", "b");
        assertThat(in(SyncState.PENDING)).containsExactly("c");
    }

    @Test
    void thePlanSaysWhatIsPendingInConflictOrDrifted() {
        store.openItems()
                .replace(
                        ENV,
                        List.of(DATABASE),
                        plan(
                                List.of(new Change.CreateTable(table("a"))),
                                List.of(new Skipped(id("b"), Skipped.Reason.EDITED_BY_HAND, "kept", false)),
                                List.of(new Conflict(id("c"), "", null, "x", "y", "it is there"))));

        assertThat(in(SyncState.PENDING)).containsExactly("A", "a");
        assertThat(in(SyncState.DRIFTED)).containsExactly("b");
        assertThat(in(SyncState.CONFLICT)).containsExactly("c");
    }

    @Test
    void aPlanForOtherDatabasesLeavesTheseAsTheyAre() {
        Change change = new Change.CreateTable(table("a"));
        store.openItems().replace(ENV, List.of(DATABASE), plan(List.of(change), List.of(), List.of()));

        store.openItems().replace(ENV, List.of("other", "datasphere_sales"), plan(List.of(), List.of(), List.of()));
        assertThat(in(SyncState.PENDING)).contains("a");

        store.openItems().replace(ENV, List.of(DATABASE), plan(List.of(), List.of(), List.of()));
        assertThat(in(SyncState.PENDING)).doesNotContain("a");
    }

    @Test
    void applyingSettlesAndAConflictIsRemembered() {
        Change a = new Change.CreateTable(table("a"));
        Change c = new Change.CreateTable(table("c"));
        store.openItems().replace(ENV, List.of(DATABASE), plan(List.of(a, c), List.of(), List.of()));
        String run = store.runs().begin(ENV, "plan-1", "test");

        store.runs().record(run, ENV, a, new Outcome.Applied());
        store.runs().record(run, ENV, c, new Outcome.Conflict("somebody was faster"));

        assertThat(in(SyncState.IN_GLUE)).contains("A", "a");
        assertThat(in(SyncState.CONFLICT)).containsExactly("c");
    }

    private List<String> in(SyncState state) {
        return store
                .catalog()
                .search(ENV, new SearchQuery("", SearchFilter.NONE.withState(state), 10, null))
                .items()
                .stream()
                .map(CatalogEntry::name)
                .toList();
    }

    private static String id(String table) {
        return "glue:" + DATABASE + "/" + table;
    }

    private static GlueTable table(String name) {
        return GlueTable.of(new TableName(DATABASE, name), "", List.of(), Map.of());
    }

    private static Plan plan(List<Change> changes, List<Skipped> skipped, List<Conflict> conflicts) {
        return new Plan(
                "plan-1",
                "abc",
                ENV,
                true,
                changes,
                skipped,
                conflicts,
                List.of(),
                new Plan.Summary(0, 0, 0, 0, 0, 0, 0),
                new CallEstimate(new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
    }
}
