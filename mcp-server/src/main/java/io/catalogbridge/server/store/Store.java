package io.catalogbridge.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.catalogbridge.connectors.spi.DefinitionCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The store of all environments, one SQLite file. Thread-safe.
 *
 * <p>Writes are serialised by SQLite; readers never wait for them (write-ahead log). Each public method of the parts is
 * one transaction.
 */
public final class Store implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    /** Raised with every migration that is added, whatever its own number. */
    static final int SCHEMA_VERSION = 7;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Clock clock;

    private Store(HikariDataSource pool, Clock clock) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.clock = clock;
    }

    /**
     * Opens or creates the store in this folder and brings its schema up to date.
     *
     * @throws StoreException if the folder cannot be written or the file is not a store
     */
    public static Store open(Path folder, Clock clock) {
        Path file = folder.resolve("store.db");
        HikariDataSource pool = null;
        try {
            createPrivate(folder);
            pool = new HikariDataSource(settings(file));
            Store store = new Store(pool, clock);
            store.migrate();
            return store;
        } catch (IOException
                | FlywayException
                | JdbiException
                | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            if (pool != null) {
                pool.close();
            }
            throw new StoreException(
                    "the store " + file + " cannot be opened: " + rootMessage(e)
                            + "; check that the folder can be written and the disk is not full, or name another with --data",
                    e);
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static HikariConfig settings(Path file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(
                "jdbc:sqlite:" + file
                        + "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=30000&transaction_mode=IMMEDIATE&foreign_keys=ON&cache_size=-16000");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return config;
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private void migrate() {
        if (version() < SCHEMA_VERSION) {
            Flyway.configure(Store.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:io/catalogbridge/server/store/migrations")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            carryOver();
            jdbi.useHandle(handle -> handle.execute("pragma user_version = " + SCHEMA_VERSION));
        }
    }

    /** What the first schema knew of the catalog is kept; its words are found anew, which SQL cannot do. */
    private void carryOver() {
        boolean present = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from sqlite_schema where name = 'entry_v1'")
                        .mapTo(Boolean.class)
                        .one());
        if (present) {
            catalog().carryOver();
        }
    }

    /** Asking for the version spares the migration tool's start at each start of ours. */
    private int version() {
        return jdbi.withHandle(handle ->
                handle.createQuery("pragma user_version").mapTo(Integer.class).one());
    }

    public Plans plans() {
        return new Plans(jdbi, clock);
    }

    public Runs runs() {
        return new Runs(jdbi, clock);
    }

    public Baselines baselines() {
        return new Baselines(jdbi);
    }

    public CatalogIndex catalog() {
        return new CatalogIndex(jdbi, clock);
    }

    public Names names() {
        return new Names(jdbi);
    }

    public OpenItems openItems() {
        return new OpenItems(jdbi);
    }

    /** What was read of the tenant's objects, for one environment. */
    public DefinitionCache definitions(String environment) {
        return new Definitions(jdbi, environment);
    }

    public RulesVersions rules() {
        return new RulesVersions(jdbi, clock);
    }

    /** What we remember having written to Glue. */
    public WrittenObjects written() {
        return new WrittenObjects(jdbi);
    }

    public Conflicts conflicts() {
        return new Conflicts(jdbi, clock);
    }

    public AuditTrail audit() {
        return new AuditTrail(jdbi, clock);
    }

    @Override
    public void close() {
        pool.close();
    }
}
