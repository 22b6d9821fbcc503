package io.catalogbridge.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Stores that earlier versions of the program made. */
class StoreMigrationTest {

    private static final String ENV = "dog";
    private static final CatalogEntry ORDERS = Entries.view("ORDERS")
            .label("Aufträge")
            .description("All of them")
            .counterpart("glue:datasphere_sales_dog/orders")
            .column("NET_AMOUNT", "Nettobetrag")
            .usage("fact")
            .entry();

    @TempDir
    private Path folder;

    @Test
    void theCatalogOfTheFirstSchemaIsStillThereAndIsFound() throws SQLException {
        first(ORDERS);

        try (Store store = Store.open(folder, Clock.systemUTC())) {
            assertThat(store.catalog().find(ENV, ORDERS.id())).contains(ORDERS);
            assertThat(search(store, "nettobetrag", SearchFilter.NONE)).isEqualTo(1);
            assertThat(search(store, "auftraege", SearchFilter.NONE.withTag("fact")))
                    .isEqualTo(1);
            assertThat(search(store, "", SearchFilter.NONE)).isEqualTo(1);
        }
        try (Store again = Store.open(folder, Clock.systemUTC())) {
            assertThat(search(again, "", SearchFilter.NONE)).isEqualTo(1);
        }
    }

    @Test
    void anInterruptedMigrationIsFinishedAtTheNextStart() throws SQLException {
        first(ORDERS);
        migrate("2");

        try (Store store = Store.open(folder, Clock.systemUTC())) {
            assertThat(search(store, "orders", SearchFilter.NONE)).isEqualTo(1);
        }
    }

    @Test
    void aStoreThatMissedTheSearchAmongLaterMigrationsGetsIt() throws Exception {
        Path without = Files.createDirectory(folder.resolve("without"));
        for (String name : List.of("V1__store.sql", "V4__rules.sql")) {
            try (InputStream sql = Store.class.getResourceAsStream("migrations/" + name)) {
                Files.copy(Objects.requireNonNull(sql), without.resolve(name));
            }
        }
        Flyway.configure()
                .dataSource(url(), null, null)
                .locations("filesystem:" + without)
                .load()
                .migrate();
        insert(ORDERS, 4);

        try (Store store = Store.open(folder, Clock.systemUTC())) {
            assertThat(search(store, "orders", SearchFilter.NONE)).isEqualTo(1);
        }
    }

    private static long search(Store store, String words, SearchFilter filter) {
        return store.catalog()
                .search(ENV, new SearchQuery(words, filter, 10, null))
                .total();
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("store.db") + "?journal_mode=WAL";
    }

    private void migrate(String version) {
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(url(), null, null)
                .locations("classpath:io/catalogbridge/server/store/migrations")
                .target(version)
                .load()
                .migrate();
    }

    /** A store as the first version left it. */
    private void first(CatalogEntry entry) throws SQLException {
        migrate("1");
        insert(entry, 1);
    }

    private void insert(CatalogEntry entry, int version) throws SQLException {
        try (Connection sql = DriverManager.getConnection(url())) {
            try (PreparedStatement row = sql.prepareStatement("""
                    insert into entry (environment, id, system, kind, name, label, container, description, counterpart,
                        detail, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'abc')""")) {
                row.setString(1, ENV);
                row.setString(2, entry.id());
                row.setString(3, entry.system());
                row.setString(4, entry.kind());
                row.setString(5, entry.name());
                row.setString(6, entry.label());
                row.setString(7, entry.container());
                row.setString(8, entry.description());
                row.setString(9, entry.counterpart());
                row.setString(10, entry.detail());
                row.executeUpdate();
            }
            sql.createStatement().execute("""
                    insert into entry_text (rowid, name, words, label, description, columns)
                    values (1, 'ORDERS', 'orders', 'Aufträge', '', 'net amount')""");
            sql.createStatement().execute("pragma user_version = " + version);
        }
    }

    @Test
    void ofAnOlderPlanTheRulesAreNotKnown() throws SQLException {
        migrate("5");
        try (Connection sql = DriverManager.getConnection(url());
                PreparedStatement row = sql.prepareStatement("""
                        insert into plan (id, environment, digest, created_at, source_calls, summary, content)
                        values ('plan-1', ?, 'd', '2026-01-01T00:00:00Z', '{}', '{}', x'00')""")) {
            row.setString(1, ENV);
            row.executeUpdate();
            sql.createStatement().execute("pragma user_version = 6");
        }

        try (Store store = Store.open(folder, Clock.systemUTC())) {
            assertThat(store.plans().rulesVersion("plan-1")).isEmpty();
            assertThat(store.plans().rulesVersion("plan-2")).isEmpty();
        }
    }

    /** A migration that the version does not tell of would never run on a store that is there. */
    @Test
    void everyMigrationRaisesTheVersion() throws IOException, URISyntaxException {
        Path migrations =
                Path.of(requireNonNull(Store.class.getResource("migrations")).toURI());
        try (Stream<Path> scripts = Files.list(migrations)) {
            assertThat(Store.SCHEMA_VERSION).isEqualTo(1 + (int) scripts.count());
        }
    }
}
