package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueObservation;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Counts the calls that changes take. Glue lists databases and tables 100, jobs 1,000 at a time, deletes tables of one database
 * 100 at a time, and writes everything else one by one.
 */
final class CallForecast {

    private static final long PAGE = 100;
    private static final long JOB_PAGE = 1_000;
    private static final long DELETE_BATCH = 100;

    private final List<Change> changes;
    private final GlueObservation current;
    private final Map<String, Long> tables;
    private final Map<String, Long> created;
    private final Map<String, Long> deleted;

    private CallForecast(List<Change> changes, GlueObservation current) {
        this.changes = changes;
        this.current = current;
        this.tables = current.catalog().databases().stream().collect(Collectors.toMap(GlueDatabase::name, database ->
                (long) database.tables().size()));
        this.created = countByDatabase(changes, ChangeKind.CREATE_TABLE);
        this.deleted = countByDatabase(changes, ChangeKind.DELETE_TABLE);
    }

    static CallEstimate of(List<Change> changes, GlueObservation current) {
        CallForecast forecast = new CallForecast(changes, current);
        return new CallEstimate(forecast.reread(), forecast.write(), forecast.verify());
    }

    private static Map<String, Long> countByDatabase(List<Change> changes, ChangeKind kind) {
        return changes.stream()
                .filter(change -> ChangeKind.of(change) == kind)
                .collect(Collectors.groupingBy(Change::database, Collectors.counting()));
    }

    private SortedMap<String, Long> reread() {
        SortedMap<String, Long> calls = new TreeMap<>();
        if (!changes.isEmpty()) {
            calls.put("GetDatabases", pages(tables.size(), PAGE));
            add(calls, "GetTables", pagesOfTables(this::tablesBefore));
        }
        if (changes.stream().anyMatch(change -> change.database().isEmpty())) {
            calls.put("GetJobs", pages(current.catalog().jobs().size(), JOB_PAGE));
        }
        return calls;
    }

    private SortedMap<String, Long> write() {
        SortedMap<String, Long> calls = new TreeMap<>();
        changes.stream()
                .map(ChangeKind::of)
                .filter(kind -> kind != ChangeKind.DELETE_TABLE)
                .forEach(kind -> calls.merge(kind.operation(), 1L, Long::sum));
        add(
                calls,
                ChangeKind.DELETE_TABLE.operation(),
                deleted.values().stream()
                        .mapToLong(count -> pages(count, DELETE_BATCH))
                        .sum());
        return calls;
    }

    private SortedMap<String, Long> verify() {
        SortedMap<String, Long> calls = new TreeMap<>();
        if (changes.stream().anyMatch(change -> !change.database().isEmpty())) {
            calls.put("GetDatabases", pages(databasesAfter(), PAGE));
            add(calls, "GetTables", pagesOfTables(this::tablesAfter));
        }
        return calls;
    }

    private long pagesOfTables(ToLongFunction<String> count) {
        return Plan.touched(changes).stream()
                .mapToLong(count)
                .filter(tables -> tables >= 0)
                .map(tables -> pages(tables, PAGE))
                .sum();
    }

    /** Negative for a database that does not exist, which nobody can read. */
    private long tablesBefore(String database) {
        return tables.getOrDefault(database, -1L);
    }

    private long databasesAfter() {
        return tables.size()
                + changes.stream()
                        .filter(Change.CreateDatabase.class::isInstance)
                        .count();
    }

    private long tablesAfter(String database) {
        return tables.getOrDefault(database, 0L)
                + created.getOrDefault(database, 0L)
                - deleted.getOrDefault(database, 0L);
    }

    private static long pages(long items, long size) {
        return Math.max(1, (items + size - 1) / size);
    }

    private static void add(Map<String, Long> calls, String operation, long count) {
        if (count > 0) {
            calls.put(operation, count);
        }
    }
}
