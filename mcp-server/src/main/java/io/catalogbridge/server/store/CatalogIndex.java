package io.catalogbridge.server.store;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What the last discovery found, to be searched and shown without asking any other system. */
public final class CatalogIndex {

    private final Jdbi jdbi;
    private final Clock clock;

    CatalogIndex(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The last discovery as a whole. */
    public record SnapshotFacts(
            Instant takenAt,
            String tenant,
            boolean whole,
            boolean complete,
            long spaces,
            long assets,
            List<Gap> gaps) {}

    /** One step data takes. */
    public record Edge(
            String source,
            String target,
            String kind,
            @Nullable String via,
            boolean resolved) {}

    /**
     * Everything the index is to hold about one discovery.
     *
     * @param entries gone through once; may make each entry when it is asked for, so that they need not all be in memory
     */
    public record Content(
            String tenant,
            boolean whole,
            long spaces,
            long assets,
            List<Gap> gaps,
            Iterable<CatalogEntry> entries,
            Collection<Edge> edges,
            Collection<Finding> findings) {}

    /** What a thing is called. */
    public record Heading(String id, String system, String kind, String title) {}

    /** A page of entries. */
    public record Page(
            long total, List<CatalogEntry> items, @Nullable String nextCursor) {}

    /**
     * Makes the index say what a discovery found. Entries that are no longer found disappear only if the discovery covered
     * everything; a partial one adds and corrects. Writes only what differs; readers see all of it or nothing.
     */
    public void replace(String environment, Content content) {
        boolean authoritative = content.whole() && content.gaps().isEmpty();
        jdbi.useTransaction(handle -> {
            replaceEntries(handle, environment, content.entries(), authoritative);
            new EdgeRows(handle, environment).replace(content.edges(), authoritative);
            new FindingRows(handle, environment).replace(content.findings());
            replaceFacts(handle, environment, content);
        });
    }

    private record Known(long number, long hash) {}

    private static void replaceEntries(
            Handle handle, String environment, Iterable<CatalogEntry> entries, boolean authoritative) {
        EntryNumbers numbers = new EntryNumbers(handle, environment);
        EntryWriter writer = new EntryWriter(handle, environment, numbers);
        Map<String, Known> known = known(handle, numbers);
        long before = known.size();
        entries.forEach(entry -> {
            Known present = known.remove(entry.id());
            if (present == null) {
                writer.add(entry);
            } else if (present.hash() != entry.hash()) {
                writer.replace(present.number(), entry);
            }
        });
        writer.finish(before);
        if (authoritative) {
            writer.remove(known.values().stream().map(Known::number).toList());
        }
    }

    private static Map<String, Known> known(Handle handle, EntryNumbers numbers) {
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("select number, id, hash from entry where number between :first and :last")
                .bind("first", numbers.range().first())
                .bind("last", numbers.range().last())
                .map((row, context) ->
                        known.put(row.getString("id"), new Known(row.getLong("number"), row.getLong("hash"))) == null)
                .forEach(fresh -> {});
        return known;
    }

    /** Moves the catalog of the first schema over, all of it or nothing. */
    void carryOver() {
        jdbi.useTransaction(handle -> {
            List<String> environments = handle.createQuery("select distinct environment from entry_v1")
                    .mapTo(String.class)
                    .list();
            environments.forEach(environment -> carryOver(handle, environment));
            handle.execute("drop table entry_v1");
        });
    }

    private static void carryOver(Handle handle, String environment) {
        EntryWriter writer = new EntryWriter(handle, environment, new EntryNumbers(handle, environment));
        try (Stream<CatalogEntry> entries = handle
                .createQuery("select * from entry_v1 where environment = :environment order by id")
                .bind("environment", environment)
                .map((row, context) -> EntryRows.entry(row, row.getString("detail")))
                .stream()) {
            entries.forEach(writer::add);
        }
        writer.finish(0);
    }

    private void replaceFacts(Handle handle, String environment, Content content) {
        handle.createUpdate("""
                        insert into snapshot (environment, taken_at, tenant, whole, complete, spaces, assets, gaps)
                        values (:environment, :takenAt, :tenant, :whole, :complete, :spaces, :assets, :gaps)
                        on conflict (environment) do update set taken_at = excluded.taken_at, tenant = excluded.tenant,
                            whole = excluded.whole, complete = excluded.complete, spaces = excluded.spaces,
                            assets = excluded.assets, gaps = excluded.gaps""")
                .bind("environment", environment)
                .bind("takenAt", clock.instant().toString())
                .bind("tenant", content.tenant())
                .bind("whole", content.whole())
                .bind("complete", content.gaps().isEmpty())
                .bind("spaces", content.spaces())
                .bind("assets", content.assets())
                .bind("gaps", StoreJson.MAPPER.writeValueAsString(content.gaps()))
                .execute();
    }

    /** The last discovery of this environment, if there was one. */
    public Optional<SnapshotFacts> facts(String environment) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from snapshot where environment = :environment")
                .bind("environment", environment)
                .map((row, context) -> new SnapshotFacts(
                        Instant.parse(row.getString("taken_at")),
                        row.getString("tenant"),
                        row.getBoolean("whole"),
                        row.getBoolean("complete"),
                        row.getLong("spaces"),
                        row.getLong("assets"),
                        StoreJson.MAPPER.readValue(row.getString("gaps"), new TypeReference<List<Gap>>() {})))
                .findOne());
    }

    /** Everything known about one thing, by its identifier. */
    public Optional<CatalogEntry> find(String environment, String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(EntryRows.SELECT + " where environment = :environment and id = :id")
                        .bind("environment", environment)
                        .bind("id", id)
                        .map(EntryRows.ENTRY)
                        .findOne());
    }

    /** What everything is called, by its label if it has one. */
    public List<Heading> headings(String environment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, system, kind, coalesce(label, name) as title from entry
                        where environment = :environment""")
                .bind("environment", environment)
                .map((row, context) -> new Heading(
                        row.getString("id"), row.getString("system"), row.getString("kind"), row.getString("title")))
                .list());
    }

    /**
     * Entries whose identifier starts with this text, in its order: all of a system, or what a space or a database holds.
     *
     * @param cursor where the last page ended; absent for the first
     * @throws IllegalArgumentException if the cursor is not one that an earlier page gave
     */
    public Page startingWith(String environment, String beginning, @Nullable String cursor, int limit) {
        String after = cursor == null ? "" : IdCursor.read(cursor);
        return jdbi.withHandle(handle -> {
            long total = within(handle.createQuery("select count(*) from entry" + WITHIN), environment, beginning, "")
                    .mapTo(Long.class)
                    .one();
            List<CatalogEntry> items = within(
                            handle.createQuery(EntryRows.SELECT + WITHIN + " order by id limit :limit"),
                            environment,
                            beginning,
                            after)
                    .bind("limit", limit + 1)
                    .map(EntryRows.ENTRY)
                    .list();
            return items.size() <= limit
                    ? new Page(total, items, null)
                    : new Page(
                            total,
                            items.subList(0, limit),
                            IdCursor.after(items.get(limit - 1).id()));
        });
    }

    private static final String WITHIN =
            " where environment = :environment and id >= :beginning and id < :end and id > :after";

    private static Query within(Query sql, String environment, String beginning, String after) {
        return sql.bind("environment", environment)
                .bind("beginning", beginning)
                .bind("end", beginning + Character.toString(Character.MAX_CODE_POINT))
                .bind("after", after);
    }

    /** How many entries there are of each kind, by {@code system/kind}. */
    public Map<String, Long> counts(String environment) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        select system || '/' || kind as what, count(*) as many from entry
                        where environment = :environment group by system, kind order by system, kind""")
                .bind("environment", environment)
                .map((row, context) -> Map.entry(row.getString("what"), row.getLong("many")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, java.util.TreeMap::new)));
    }

    /**
     * Finds entries, the best first: those that hold all words before, if there are none, those that hold any. A word that
     * nothing holds is taken for a misspelling. Reads a bounded part of the index however much matches.
     *
     * @throws SearchCursor.Stale if the cursor was made for a search that is now understood otherwise
     */
    public SearchResult search(String environment, SearchQuery query) {
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        return jdbi.withHandle(handle -> CatalogSearch.run(handle, environment, query, year));
    }

    /** All steps data takes, as discovered. */
    public List<Edge> edges(String environment) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from edge where environment = :environment order by source, target, kind, via")
                .bind("environment", environment)
                .map(EdgeRows.EDGE)
                .list());
    }

    /** What could not be read or mapped exactly, the gravest first. */
    public List<Finding> findings(String environment) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from finding where environment = :environment" + GRAVEST_FIRST)
                        .bind("environment", environment)
                        .map(FindingRows.FINDING)
                        .list());
    }

    /** What could not be read or mapped exactly about one thing and its columns, the gravest first. */
    public List<Finding> findings(String environment, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from finding where environment = :environment"
                        + " and (subject = :subject or substr(subject, 1, length(:subject) + 1) = :subject || '#')"
                        + GRAVEST_FIRST)
                .bind("environment", environment)
                .bind("subject", subject)
                .map(FindingRows.FINDING)
                .list());
    }

    private static final String GRAVEST_FIRST =
            " order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, subject, code";
}
