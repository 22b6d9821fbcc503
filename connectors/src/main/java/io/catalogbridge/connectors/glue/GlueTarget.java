package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.glue.GlueReading.DatabaseTables;
import io.catalogbridge.connectors.limits.RateState;
import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.plan.Change;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * A Glue Data Catalog, or anything that speaks its API. Thread-safe.
 *
 * <p>Opening it makes no call. All calls share two rate limits, one for reads and one for writes, and one pool of
 * connections.
 */
public final class GlueTarget implements CatalogTarget {

    private final GlueConfig config;
    private final GlueClients clients;
    private final GlueCalls calls;
    private final GlueReader reader;
    private final ExecutorService pool;

    private GlueTarget(GlueConfig config) {
        this.config = config;
        this.clients = new GlueClients(config);
        this.calls = new GlueCalls(config);
        this.reader = new GlueReader(clients.glue(), calls, config.catalogId());
        this.pool = Tasks.pool(config.concurrency());
    }

    public static GlueTarget open(GlueConfig config) {
        return new GlueTarget(config);
    }

    @Override
    public TargetReading readDatabases(boolean withJobs, Progress progress) {
        progress.stage("databases of Glue", -1);
        try {
            GlueReading reading = GlueReading.of(
                    reader.databases(progress), withJobs ? Optional.of(reader.jobs(progress)) : Optional.empty());
            progress.advance(reading.databases().size());
            return reading;
        } catch (GlueFailure failure) {
            throw failure.asConnectorException("the databases and jobs of Glue");
        }
    }

    @Override
    public TargetReading readTables(TargetReading base, Collection<String> databases, Progress progress) {
        GlueReading before = own(base);
        List<String> known = databases.stream()
                .distinct()
                .filter(name -> before.database(name).isPresent())
                .toList();
        progress.stage("tables of Glue", known.size());
        Interner interner = new Interner();
        Queue<DatabaseTables> read = new ConcurrentLinkedQueue<>();
        run(known.stream()
                .<Runnable>map(database -> () -> {
                    tables(database, interner, progress).ifPresent(read::add);
                    progress.advance(1);
                })
                .toList());
        return before.with(read);
    }

    @Override
    public List<Outcome> apply(
            List<Change> changes, TargetReading reading, OutcomeListener listener, Progress progress) {
        GlueReading known = own(reading);
        progress.stage("changes in Glue", changes.size());
        GlueWriter writer = new GlueWriter(clients.glue(), calls, reader, config, known, progress);
        return new ApplyRun(List.copyOf(changes), new Preconditions(known), writer, listener, progress).on(pool);
    }

    @Override
    public CallCounts calls() {
        return calls.counts();
    }

    /** The rate limits as they are now, reads before writes. */
    public List<RateState> rates() {
        return calls.rates();
    }

    /**
     * Asks STS whose credentials these are; needs no permission.
     *
     * @throws ConnectorException if there are none, or they are not accepted
     */
    public CallerIdentity identity() {
        try {
            GetCallerIdentityResponse caller = calls.make(
                            "GetCallerIdentity",
                            Progress.NONE,
                            () -> clients.sts().getCallerIdentity())
                    .value();
            return new CallerIdentity(caller.account(), caller.arn(), caller.userId(), date(caller));
        } catch (GlueFailure failure) {
            throw failure.asConnectorException("the identity of the caller");
        }
    }

    private static Optional<Instant> date(GetCallerIdentityResponse answer) {
        return answer.sdkHttpResponse().firstMatchingHeader("Date").flatMap(GlueTarget::parsed);
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException unusable) {
            return Optional.empty();
        }
    }

    /**
     * Tries what a synchronisation needs, without changing anything.
     *
     * @param database one that is written to; it need not exist
     */
    public List<PermissionCheck> permissions(String database) {
        return new PermissionProbe(clients.glue(), calls, config.catalogId().orElse(null)).in(database);
    }

    @Override
    public void close() {
        pool.shutdownNow();
        clients.close();
    }

    private Optional<DatabaseTables> tables(String database, Interner interner, Progress progress) {
        try {
            return reader.tables(database, interner, progress);
        } catch (GlueFailure failure) {
            throw failure.asConnectorException("the tables of " + database);
        }
    }

    /** An interrupted reading is no reading; what has begun comes to its end first. */
    private void run(List<Runnable> tasks) {
        AtomicBoolean interrupted = new AtomicBoolean();
        Stream<Runnable> unlessInterrupted = tasks.stream().map(task -> () -> {
            if (!interrupted.get()) {
                task.run();
            }
        });
        if (!Tasks.run(pool, unlessInterrupted.toList(), () -> interrupted.set(true))) {
            Thread.currentThread().interrupt();
            throw GlueFailure.stopped("GetTables", false).asConnectorException("the tables of Glue");
        }
    }

    private static GlueReading own(TargetReading reading) {
        if (reading instanceof GlueReading own) {
            return own;
        }
        throw new IllegalArgumentException(
                "made by another target: " + reading.getClass().getName());
    }
}
