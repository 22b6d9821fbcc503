package io.catalogbridge.connectors.spi;

import io.catalogbridge.mapping.plan.Change;
import java.util.Collection;
import java.util.List;

/**
 * Where metadata goes. Thread-safe; closed once, after the last call.
 *
 * <p>Reading costs pages, never a call per table: {@link #readDatabases} ceil(D/100) calls, {@link #readTables} one call per
 * 100 tables of each database named. Writing costs one call per created or updated object and one per 100 deleted tables
 * of a database.
 */
public interface CatalogTarget extends AutoCloseable {

    /**
     * Lists all databases, without tables, and, where {@code withJobs} asks for it, the jobs.
     *
     * @throws ConnectorException if the listing cannot be completed
     */
    TargetReading readDatabases(boolean withJobs, Progress progress);

    /**
     * Adds the tables of these databases to an earlier reading; databases that do not exist are passed over.
     *
     * @throws ConnectorException if a listing cannot be completed
     */
    TargetReading readTables(TargetReading base, Collection<String> databases, Progress progress);

    /**
     * Carries out changes that do not depend on each other, concurrently within the rate limit.
     *
     * <p>Every change's precondition is checked against the reading, and against Glue itself where Glue can: an update is
     * sent with the version read. That an object is present is left to Glue, since it may have been created after the reading
     * by changes of the same plan. The managed fields are laid over the object as read, so that what others own survives.
     * Each outcome is told to the listener as soon as it is known, possibly from several threads at once. Failures are
     * outcomes; an exception means a bug.
     *
     * @return outcomes in the order of the changes
     */
    List<Outcome> apply(List<Change> changes, TargetReading reading, OutcomeListener listener, Progress progress);

    /** Calls made so far, by operation. */
    CallCounts calls();

    @Override
    void close();

    /** Hears of each outcome as it happens. */
    @FunctionalInterface
    interface OutcomeListener {
        void happened(Change change, Outcome outcome);
    }
}
