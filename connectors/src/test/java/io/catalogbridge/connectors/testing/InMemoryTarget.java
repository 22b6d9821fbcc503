package io.catalogbridge.connectors.testing;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.glue.GlueObservation.TableFacts;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Precondition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A target that keeps everything in memory, with versions and call counts as Glue has them. Changes are made one after
 * another. Thread-safe.
 */
public final class InMemoryTarget implements CatalogTarget {

    private static final int PAGE = 100;
    private static final int JOB_PAGE = 1_000;

    private final Map<String, GlueDatabase> databases = new TreeMap<>();
    private final Map<TableName, Versioned> tables = new TreeMap<>();
    private final Map<String, GlueJob> jobs = new TreeMap<>();
    private final Map<String, Long> calls = new TreeMap<>();

    /** Replaces a table as somebody else would. */
    public synchronized void edit(GlueTable table) {
        tables.compute(table.name(), (name, before) -> new Versioned(table, before == null ? 0 : before.version() + 1));
    }

    /** Removes a table as somebody else would. */
    public synchronized void remove(TableName table) {
        tables.remove(table);
    }

    /** Everything there is. */
    public synchronized GlueCatalog catalog() {
        return new GlueCatalog(
                databases.values().stream()
                        .map(database -> database.withTables(tablesOf(database.name())))
                        .toList(),
                List.copyOf(jobs.values()));
    }

    @Override
    public synchronized TargetReading readDatabases(boolean withJobs, Progress progress) {
        count("GetDatabases", pages(databases.size(), PAGE));
        if (withJobs) {
            count("GetJobs", pages(jobs.size(), JOB_PAGE));
        }
        GlueCatalog catalog =
                new GlueCatalog(List.copyOf(databases.values()), withJobs ? List.copyOf(jobs.values()) : List.of());
        return new Reading(GlueObservation.of(catalog, Map.of(), Set.of(), withJobs));
    }

    @Override
    public synchronized TargetReading readTables(TargetReading base, Collection<String> names, Progress progress) {
        GlueObservation before = base.observation();
        Set<String> read = new HashSet<>(before.tablesRead());
        Map<TableName, TableFacts> facts = new HashMap<>(before.facts());
        List<GlueDatabase> after = new ArrayList<>();
        for (GlueDatabase database : before.catalog().databases()) {
            boolean wanted = names.contains(database.name()) && databases.containsKey(database.name());
            after.add(wanted ? readTables(database, facts) : database);
            if (wanted) {
                read.add(database.name());
            }
        }
        GlueCatalog catalog = new GlueCatalog(after, before.catalog().jobs());
        return new Reading(GlueObservation.of(catalog, facts, read, before.jobsRead()));
    }

    @Override
    public List<Outcome> apply(
            List<Change> changes, TargetReading reading, OutcomeListener listener, Progress progress) {
        countDeletes(changes, progress);
        List<Outcome> outcomes = new ArrayList<>();
        for (Change change : changes) {
            Outcome outcome = progress.cancelled() ? stopped() : apply(change, reading.observation());
            outcomes.add(outcome);
            listener.happened(change, outcome);
            progress.advance(1);
        }
        return List.copyOf(outcomes);
    }

    @Override
    public synchronized CallCounts calls() {
        return CallCounts.of(calls);
    }

    @Override
    public void close() {}

    private GlueDatabase readTables(GlueDatabase database, Map<TableName, TableFacts> facts) {
        List<GlueTable> found = tablesOf(database.name());
        count("GetTables", pages(found.size(), PAGE));
        facts.keySet().removeIf(table -> table.database().equals(database.name()));
        found.forEach(table -> facts.put(table.name(), new TableFacts(version(table.name()), false)));
        return database.withTables(found);
    }

    private List<GlueTable> tablesOf(String database) {
        return tables.values().stream()
                .map(Versioned::table)
                .filter(table -> table.name().database().equals(database))
                .toList();
    }

    private String version(TableName table) {
        return Optional.ofNullable(tables.get(table))
                .map(found -> String.valueOf(found.version()))
                .orElse("");
    }

    private synchronized Outcome apply(Change change, GlueObservation reading) {
        Optional<Outcome> seenBefore =
                violated(change, change.match(new AsRead(reading)), InMemoryTarget::judgedByReading);
        if (seenBefore.isPresent()) {
            return seenBefore.get();
        }
        Now now = new Now();
        if (!(change instanceof Change.DeleteTable)) {
            count(operation(change), 1);
        }
        return violated(change, change.match(now), precondition -> true).orElseGet(() -> change.match(new Writing()));
    }

    /** What is not in the reading may have been made since. */
    private static boolean judgedByReading(Precondition precondition) {
        return !(precondition instanceof Precondition.Present);
    }

    private static Optional<Outcome> violated(Change change, State state, Predicate<Precondition> judged) {
        return change.preconditions().stream()
                .filter(judged)
                .filter(precondition -> !holds(precondition, state))
                .findFirst()
                .map(precondition -> new Outcome.Conflict(change.subject() + " is not as planned: " + precondition));
    }

    private static boolean holds(Precondition precondition, State state) {
        if (precondition instanceof Precondition.Absent) {
            return !state.present();
        }
        if (precondition instanceof Precondition.VersionIs version) {
            return state.version().equals(version.versionId());
        }
        if (precondition instanceof Precondition.OwnedBy owner) {
            return state.owner().filter(owner.owner()::equals).isPresent();
        }
        return state.present();
    }

    private synchronized void countDeletes(List<Change> changes, Progress progress) {
        if (progress.cancelled()) {
            return;
        }
        Map<String, Long> deletes = new TreeMap<>();
        changes.stream()
                .filter(Change.DeleteTable.class::isInstance)
                .forEach(change -> deletes.merge(change.database(), 1L, Long::sum));
        deletes.values().forEach(number -> count("BatchDeleteTable", pages(number, PAGE)));
    }

    private void count(String operation, long times) {
        calls.merge(operation, times, Long::sum);
    }

    private static long pages(long items, int page) {
        return Math.max(1, (items + page - 1) / page);
    }

    private static String operation(Change change) {
        return change.getClass().getSimpleName();
    }

    private static Outcome stopped() {
        return new Outcome.Rejected(
                ErrorKind.UNAVAILABLE, "the run was stopped before this change", "Run again to do the rest.");
    }

    private record Reading(GlueObservation observation) implements TargetReading {}

    private record Versioned(GlueTable table, long version) {}

    /** An object as preconditions see it. */
    private record State(boolean present, String version, Optional<String> owner) {

        static State of(Optional<?> object, String version, Optional<String> owner) {
            return new State(object.isPresent(), version, owner);
        }

        static State of(Optional<GlueJob> job) {
            return of(job, "", job.map(found -> found.arguments().get(GlueJob.OWNER_ARGUMENT)));
        }
    }

    /** Where the object of a change is looked up. */
    private abstract static class States implements Change.Cases<State> {

        abstract State database(String name);

        abstract State table(TableName name);

        abstract State job(String name);

        @Override
        public State createDatabase(Change.CreateDatabase change) {
            return database(change.after().name());
        }

        @Override
        public State updateDatabase(Change.UpdateDatabase change) {
            return database(change.after().name());
        }

        @Override
        public State createTable(Change.CreateTable change) {
            return table(change.after().name());
        }

        @Override
        public State updateTable(Change.UpdateTable change) {
            return table(change.after().name());
        }

        @Override
        public State deleteTable(Change.DeleteTable change) {
            return table(change.before().name());
        }

        @Override
        public State createJob(Change.CreateJob change) {
            return job(change.after().name());
        }

        @Override
        public State updateJob(Change.UpdateJob change) {
            return job(change.after().name());
        }

        @Override
        public State deleteJob(Change.DeleteJob change) {
            return job(change.before().name());
        }
    }

    private static final class AsRead extends States {

        private final GlueObservation reading;

        AsRead(GlueObservation reading) {
            this.reading = reading;
        }

        @Override
        State database(String name) {
            Optional<GlueDatabase> found = reading.catalog().database(name);
            return State.of(found, "", found.flatMap(GlueDatabase::owner));
        }

        @Override
        State table(TableName name) {
            Optional<GlueTable> found = reading.catalog().table(name);
            String version = reading.facts(name).map(TableFacts::versionId).orElse("");
            return State.of(found, version, found.flatMap(GlueTable::owner));
        }

        @Override
        State job(String name) {
            return State.of(reading.catalog().jobs().stream()
                    .filter(job -> job.name().equals(name))
                    .findFirst());
        }
    }

    private final class Now extends States {

        @Override
        State database(String name) {
            Optional<GlueDatabase> found = Optional.ofNullable(databases.get(name));
            return State.of(found, "", found.flatMap(GlueDatabase::owner));
        }

        @Override
        State table(TableName name) {
            Optional<GlueTable> found = Optional.ofNullable(tables.get(name)).map(Versioned::table);
            return State.of(found, version(name), found.flatMap(GlueTable::owner));
        }

        @Override
        State job(String name) {
            return State.of(Optional.ofNullable(jobs.get(name)));
        }
    }

    /** Makes a change whose preconditions hold. */
    private final class Writing implements Change.Cases<Outcome> {

        @Override
        public Outcome createDatabase(Change.CreateDatabase change) {
            return done(() -> databases.put(change.after().name(), change.after()));
        }

        @Override
        public Outcome updateDatabase(Change.UpdateDatabase change) {
            return done(() -> databases.put(change.after().name(), change.after()));
        }

        @Override
        public Outcome createTable(Change.CreateTable change) {
            return databases.containsKey(change.database())
                    ? done(() -> edit(change.after()))
                    : new Outcome.Conflict(change.subject() + " or its database is gone");
        }

        @Override
        public Outcome updateTable(Change.UpdateTable change) {
            return done(() -> edit(change.after()));
        }

        @Override
        public Outcome deleteTable(Change.DeleteTable change) {
            return done(() -> remove(change.before().name()));
        }

        @Override
        public Outcome createJob(Change.CreateJob change) {
            return done(() -> jobs.put(change.after().name(), change.after()));
        }

        @Override
        public Outcome updateJob(Change.UpdateJob change) {
            return done(() -> jobs.put(change.after().name(), change.after()));
        }

        @Override
        public Outcome deleteJob(Change.DeleteJob change) {
            return done(() -> jobs.remove(change.before().name()));
        }

        private static Outcome done(Runnable write) {
            write.run();
            return new Outcome.Applied();
        }
    }
}
