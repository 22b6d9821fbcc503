package io.catalogbridge.server.store;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.DefinitionCache;
import io.catalogbridge.connectors.spi.DefinitionCache.CachedDefinition;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Runs.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreTest {

    private static final String ENV = "dog";
    private static final GlueTable ORDERS = GlueTable.of(
            new TableName("sales", "orders"),
            "Orders",
            List.of(GlueColumn.of("net", new GlueType.Decimal(15, 2), "Net", Map.of("catalogbridge.label", "Net"))),
            Map.of("catalogbridge.owner", ENV));
    private static final GlueDatabase SALES =
            GlueDatabase.of("sales", "Sales", Map.of("catalogbridge.owner", ENV), List.of());

    @TempDir
    private Path folder;

    @Test
    void whatWasAppliedIsRememberedAcrossProcesses() {
        try (Store store = open()) {
            String run = store.runs().begin(ENV, "plan-1", "test");
            store.runs().record(run, ENV, new Change.CreateDatabase(SALES), new Outcome.Applied());
            store.runs().record(run, ENV, new Change.CreateTable(ORDERS), new Outcome.Applied());
        }
        try (Store store = open()) {
            assertThat(store.baselines().load(ENV, List.of("sales")))
                    .isEqualTo(new GlueCatalog(List.of(SALES.withTables(List.of(ORDERS))), List.of()));
        }
    }

    @Test
    void onlyWhatHappenedCountsAsApplied() {
        try (Store store = open()) {
            String run = store.runs().begin(ENV, "plan-1", "test");
            store.runs().record(run, ENV, new Change.CreateTable(ORDERS), new Outcome.Unknown("no answer"));
            store.runs()
                    .record(
                            run,
                            ENV,
                            new Change.CreateTable(ORDERS),
                            new Outcome.Rejected(ErrorKind.FORBIDDEN, "may not", "grant glue:CreateTable"));

            assertThat(store.baselines().load(ENV, List.of("sales"))).isEqualTo(GlueCatalog.EMPTY);
            assertThat(store.runs().notApplied(run, 10))
                    .extracting(Runs.ChangeOutcome::outcome, Runs.ChangeOutcome::message)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("unknown", "no answer"),
                            org.assertj.core.groups.Tuple.tuple("rejected", "may not; grant glue:CreateTable"));
        }
    }

    @Test
    void anUpdateRemembersTheBaselineAndNotWhatAPersonWrote() {
        GlueTable edited = GlueTable.of(ORDERS.name(), "Edited by hand", ORDERS.columns(), ORDERS.parameters());
        try (Store store = open()) {
            String run = store.runs().begin(ENV, "plan-1", "test");
            Change update = new Change.UpdateTable(edited, edited, ORDERS, "3", List.of(), List.of());

            store.runs().record(run, ENV, update, new Outcome.Applied());

            assertThat(store.baselines().load(ENV, List.of("sales")).table(ORDERS.name()))
                    .contains(ORDERS);
        }
    }

    @Test
    void aDeletedTableIsForgotten() {
        try (Store store = open()) {
            store.baselines().confirm(ENV, new GlueCatalog(List.of(SALES.withTables(List.of(ORDERS))), List.of()));
            String run = store.runs().begin(ENV, "plan-1", "test");

            store.runs().record(run, ENV, new Change.DeleteTable(ORDERS, "0", ENV), new Outcome.Applied());

            assertThat(store.baselines().load(ENV, List.of("sales")).tables()).isEmpty();
        }
    }

    @Test
    void theSpaceOfEachDatabaseIsRemembered() {
        GlueDatabase sales = GlueDatabase.of("sales", "", Map.of("catalogbridge.space", "SALES"), List.of(ORDERS));
        GlueDatabase unknown = GlueDatabase.of("other", "", Map.of("catalogbridge.owner", ENV), List.of());
        try (Store store = open()) {
            store.baselines().confirm(ENV, new GlueCatalog(List.of(sales, unknown), List.of()));

            assertThat(store.baselines().spaces(ENV)).isEqualTo(Map.of("sales", "SALES"));
            assertThat(store.baselines().spaces("wolf")).isEmpty();
        }
    }

    @Test
    void databasesWhoseNamesBeginAlikeAreKeptApart() {
        GlueTable other = GlueTable.of(new TableName("sales_eu", "orders"), "", List.of(), Map.of());
        try (Store store = open()) {
            store.baselines()
                    .confirm(
                            ENV,
                            new GlueCatalog(
                                    List.of(
                                            SALES.withTables(List.of(ORDERS)),
                                            GlueDatabase.of("sales_eu", "", Map.of(), List.of(other))),
                                    List.of()));

            assertThat(store.baselines().load(ENV, List.of("sales")).tables()).containsExactly(ORDERS);
        }
    }

    @Test
    void aRunThatWasNeverEndedIsSeenAsRunning() {
        String run;
        try (Store store = open()) {
            run = store.runs().begin(ENV, "plan-1", "test");
        }
        try (Store store = open()) {
            assertThat(store.runs().find(run)).hasValueSatisfying(found -> {
                assertThat(found.outcome()).isEqualTo(RunOutcome.RUNNING);
                assertThat(found.endedAt()).isNull();
            });
            store.runs().end(run, RunOutcome.DONE, new Tally(1, 0, 0, 0), CallCounts.of(Map.of("CreateTable", 1L)));
            assertThat(store.runs().recent(ENV, 5))
                    .singleElement()
                    .satisfies(ended -> assertThat(ended.calls().total()).isEqualTo(1));
        }
    }

    @Test
    void auditRecordsCannotBeChanged() throws SQLException {
        try (Store store = open()) {
            store.audit().append("cli:anna", "plan", ENV, "plan-1", "abc", "stored", "");
        }
        try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store.db"))) {
            assertThatThrownBy(() -> sql.createStatement().execute("update audit set actor = 'somebody else'"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> sql.createStatement().execute("delete from audit"))
                    .hasMessageContaining("never deleted");
        }
    }

    @Test
    void keptDefinitionsAreFoundInTheStateTheyWereKeptIn() {
        try (Store store = open()) {
            DefinitionCache definitions = store.definitions(ENV);
            AssetId asset = new AssetId("A", "B");
            CachedDefinition older = new CachedDefinition(AssetKind.VIEW, "{}", Optional.empty());
            CachedDefinition newer = new CachedDefinition(AssetKind.VIEW, "{\"a\":1}", Optional.of("<edmx/>"));

            definitions.keep(asset, "monday", older);
            definitions.keep(asset, "tuesday", newer);

            assertThat(definitions.find(asset, "monday")).isEmpty();
            assertThat(definitions.find(asset, "tuesday")).contains(newer);
        }
    }

    @Test
    void aFileThatIsNoStoreIsNotTouched() throws IOException {
        Path file = folder.resolve("store.db");
        Files.writeString(file, "something else entirely, but long enough to be looked at by a database engine");

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("store.db")
                .hasMessageContaining("--data");
        assertThat(Files.readString(file)).startsWith("something else");
    }

    @Test
    void aNewFolderIsForItsOwnerOnly() throws IOException {
        Path fresh = folder.resolve("fresh");
        try (Store store = Store.open(fresh, Clock.systemUTC())) {
            assertThat(store.plans().recent(ENV, 1)).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");
    }

    private Store open() {
        return Store.open(folder, Clock.systemUTC());
    }
}
