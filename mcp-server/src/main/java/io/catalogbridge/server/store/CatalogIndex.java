package io.catalogbridge.server.store;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
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

    /** Everything the index holds about one discovery. */
    public record Content(
            String tenant,
            boolean whole,
            long spaces,
            long assets,
            List<Gap> gaps,
            Collection<CatalogEntry> entries,
            Collection<Edge> edges,
            Collection<Finding> findings) {}

    /** What a thing is called. */
    public record Heading(String id, String system, String kind, String title) {}

    /** A page of entries. */
    public record Page(
            long total, List<CatalogEntry> items, @Nullable String nextCursor) {}

    /**
     * Makes the index say what a discovery found. Entries that are no longer found disappear only if the discovery covered
     * everything; a partial one adds and corrects.
     */
    public void replace(String environment, Content content) {
        boolean authoritative = content.whole() && content.gaps().isEmpty();
        jdbi.useTransaction(handle -> {
            Map<String, String> known = hashes(handle, environment);
            write(
                    handle,
                    environment,
                    content.entries().stream()
                            .filter(entry -> !entry.hash().equals(known.get(entry.id())))
                            .toList());
            if (authoritative) {
                content.entries().forEach(entry -> known.remove(entry.id()));
                remove(handle, environment, known.keySet());
            }
            replaceEdges(handle, environment, content.edges(), authoritative);
            replaceFindings(handle, environment, content.findings());
            replaceFacts(handle, environment, content);
        });
    }

    private static Map<String, String> hashes(Handle handle, String environment) {
        Map<String, String> hashes = new HashMap<>();
        handle.createQuery("select id, hash from entry where environment = :environment")
                .bind("environment", environment)
                .map((row, context) -> hashes.put(row.getString("id"), row.getString("hash")) == null)
                .list();
        return hashes;
    }

    private static void write(Handle handle, String environment, List<CatalogEntry> entries) {
        remove(handle, environment, entries.stream().map(CatalogEntry::id).toList());
        try (PreparedBatch rows = handle.prepareBatch("""
                insert into entry (environment, id, system, kind, name, label, container, description, counterpart, detail, hash)
                values (:environment, :id, :system, :kind, :name, :label, :container, :description, :counterpart, :detail, :hash)""");
                PreparedBatch texts = handle.prepareBatch("""
                        insert into entry_text (rowid, name, words, label, description, columns)
                        select number, name, :words, :label, :description, :columns from entry
                        where environment = :environment and id = :id""")) {
            entries.forEach(entry -> {
                addRow(rows, environment, entry);
                addText(texts, environment, entry);
            });
            if (!entries.isEmpty()) {
                rows.execute();
                texts.execute();
            }
        }
    }

    private static void addRow(PreparedBatch rows, String environment, CatalogEntry entry) {
        rows.bind("environment", environment)
                .bind("id", entry.id())
                .bind("system", entry.system())
                .bind("kind", entry.kind())
                .bind("name", entry.name())
                .bind("label", entry.label())
                .bind("container", entry.container())
                .bind("description", entry.description())
                .bind("counterpart", entry.counterpart())
                .bind("detail", entry.detail())
                .bind("hash", entry.hash())
                .add();
    }

    private static void addText(PreparedBatch texts, String environment, CatalogEntry entry) {
        String label = entry.label() == null ? "" : entry.label();
        texts.bind("environment", environment)
                .bind("id", entry.id())
                .bind("words", SearchWords.of(entry.name() + " " + label) + " " + entry.container())
                .bind("label", label)
                .bind("description", entry.description() == null ? "" : SearchWords.of(entry.description()))
                .bind("columns", SearchWords.of(entry.columns()))
                .add();
    }

    private static void remove(Handle handle, String environment, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedBatch texts = handle.prepareBatch(
                        "delete from entry_text where rowid in (select number from entry where environment = :environment and id = :id)");
                PreparedBatch rows =
                        handle.prepareBatch("delete from entry where environment = :environment and id = :id")) {
            ids.forEach(id -> {
                texts.bind("environment", environment).bind("id", id).add();
                rows.bind("environment", environment).bind("id", id).add();
            });
            texts.execute();
            rows.execute();
        }
    }

    private static void replaceEdges(Handle handle, String environment, Collection<Edge> edges, boolean authoritative) {
        if (authoritative) {
            handle.execute("delete from edge where environment = ?", environment);
        } else {
            forgetEdgesOf(handle, environment, edges);
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into edge (environment, source, target, kind, via, resolved)
                values (:environment, :source, :target, :kind, :via, :resolved)""")) {
            edges.forEach(edge -> batch.bind("environment", environment)
                    .bind("source", edge.source())
                    .bind("target", edge.target())
                    .bind("kind", edge.kind())
                    .bind("via", edge.via())
                    .bind("resolved", edge.resolved())
                    .add());
            if (!edges.isEmpty()) {
                batch.execute();
            }
        }
    }

    private static void forgetEdgesOf(Handle handle, String environment, Collection<Edge> edges) {
        try (PreparedBatch batch =
                handle.prepareBatch("delete from edge where environment = :environment and target = :target")) {
            edges.stream()
                    .map(Edge::target)
                    .distinct()
                    .forEach(target -> batch.bind("environment", environment)
                            .bind("target", target)
                            .add());
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static void replaceFindings(Handle handle, String environment, Collection<Finding> findings) {
        handle.execute("delete from finding where environment = ?", environment);
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into finding (environment, severity, code, subject, message, remedy)
                values (:environment, :severity, :code, :subject, :message, :remedy)""")) {
            findings.forEach(finding -> batch.bind("environment", environment)
                    .bind("severity", finding.severity().label())
                    .bind("code", finding.code())
                    .bind("subject", finding.subject())
                    .bind("message", finding.message())
                    .bind("remedy", finding.remedy())
                    .add());
            if (!findings.isEmpty()) {
                batch.execute();
            }
        }
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
                handle -> handle.createQuery("select * from entry where environment = :environment and id = :id")
                        .bind("environment", environment)
                        .bind("id", id)
                        .map(ENTRY)
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
            long total = within(handle.createQuery("select count(*)" + WITHIN), environment, beginning, "")
                    .mapTo(Long.class)
                    .one();
            List<CatalogEntry> items = within(
                            handle.createQuery("select *" + WITHIN + " order by id limit :limit"),
                            environment,
                            beginning,
                            after)
                    .bind("limit", limit + 1)
                    .map(ENTRY)
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
            " from entry where environment = :environment and id >= :beginning and id < :end and id > :after";

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
     * Finds entries, the best first: those that hold all words before, if there are none, those that hold any.
     */
    public Page search(String environment, SearchQuery query) {
        List<String> tokens = query.tokens();
        Page all = page(environment, query, expression(tokens, " AND "));
        return all.total() > 0 || tokens.size() < 2 ? all : page(environment, query, expression(tokens, " OR "));
    }

    private static String expression(List<String> tokens, String operator) {
        return tokens.stream().map(token -> "\"" + token + "\"*").collect(Collectors.joining(operator));
    }

    private Page page(String environment, SearchQuery query, String expression) {
        String from =
                (expression.isEmpty() ? " from entry" : " from entry_text join entry on number = entry_text.rowid")
                        + " where environment = :environment"
                        + (expression.isEmpty() ? "" : " and entry_text match :expression")
                        + (query.kind() == null ? "" : " and kind = :kind")
                        + (query.system() == null ? "" : " and system = :system");
        String order = expression.isEmpty()
                ? " order by entry.id"
                : " order by replace(lower(entry.name), '_', ' ') <> :exact, lower(coalesce(entry.label, '')) <> :exact, bm25(entry_text, 10, 6, 8, 3, 2), entry.id";
        return jdbi.withHandle(handle -> {
            long total = bound(handle.createQuery("select count(*)" + from), environment, query, expression)
                    .mapTo(Long.class)
                    .one();
            List<CatalogEntry> items = bound(
                            handle.createQuery("select entry.*" + from + order + " limit :limit offset :offset"),
                            environment,
                            query,
                            expression)
                    .bind("exact", query.text().strip().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .bind("limit", query.limit())
                    .bind("offset", query.offset())
                    .map(ENTRY)
                    .list();
            int next = query.offset() + items.size();
            return new Page(total, items, next < total ? SearchQuery.cursorAt(next) : null);
        });
    }

    private static Query bound(Query sql, String environment, SearchQuery query, String expression) {
        sql.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return sql.bind("environment", environment)
                .bind("expression", expression)
                .bind("kind", query.kind())
                .bind("system", query.system());
    }

    /** All steps data takes, as discovered. */
    public List<Edge> edges(String environment) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from edge where environment = :environment order by source, target, kind, via")
                .bind("environment", environment)
                .map((row, context) -> new Edge(
                        row.getString("source"),
                        row.getString("target"),
                        row.getString("kind"),
                        row.getString("via"),
                        row.getBoolean("resolved")))
                .list());
    }

    /** What could not be read or mapped exactly, the gravest first. */
    public List<Finding> findings(String environment) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from finding where environment = :environment" + GRAVEST_FIRST)
                        .bind("environment", environment)
                        .map(FINDING)
                        .list());
    }

    /** What could not be read or mapped exactly about one thing and its columns, the gravest first. */
    public List<Finding> findings(String environment, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from finding where environment = :environment"
                        + " and (subject = :subject or substr(subject, 1, length(:subject) + 1) = :subject || '#')"
                        + GRAVEST_FIRST)
                .bind("environment", environment)
                .bind("subject", subject)
                .map(FINDING)
                .list());
    }

    private static final String GRAVEST_FIRST =
            " order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, subject, code";

    private static final RowMapper<Finding> FINDING = (row, context) -> new Finding(
            Finding.Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
            row.getString("code"),
            row.getString("subject"),
            row.getString("message"),
            row.getString("remedy"));

    private static final RowMapper<CatalogEntry> ENTRY = (row, context) -> new CatalogEntry(
            row.getString("id"),
            row.getString("system"),
            row.getString("kind"),
            row.getString("name"),
            row.getString("label"),
            row.getString("container"),
            row.getString("description"),
            row.getString("counterpart"),
            "",
            row.getString("detail"));
}
