package io.catalogbridge.server.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Who did what, from which plan, with which outcome. Append-only: the database itself refuses changes. */
public final class AuditTrail {

    private final Jdbi jdbi;
    private final Clock clock;

    AuditTrail(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** One record of the trail. */
    public record AuditRecord(
            long number,
            Instant at,
            String actor,
            String action,
            String environment,
            String subject,
            @Nullable String planDigest,
            String outcome,
            String detail) {}

    /** Some records, youngest first, and how many there are of their kind, those of other pages included. */
    public record AuditPage(long total, List<AuditRecord> records) {
        public AuditPage {
            records = List.copyOf(records);
        }
    }

    /** Appends a record. */
    public void append(
            String actor,
            String action,
            String environment,
            String subject,
            @Nullable String planDigest,
            String outcome,
            String detail) {
        jdbi.useTransaction(handle ->
                insert(handle, clock.instant(), actor, action, environment, subject, planDigest, outcome, detail));
    }

    /** Appends a record as part of a transaction that does what the record tells. */
    static void insert(
            Handle handle,
            Instant at,
            String actor,
            String action,
            String environment,
            String subject,
            @Nullable String planDigest,
            String outcome,
            String detail) {
        handle.createUpdate("""
                        insert into audit (at, actor, action, environment, subject, plan_digest, outcome, detail)
                        values (:at, :actor, :action, :environment, :subject, :planDigest, :outcome, :detail)""")
                .bind("at", at.toString())
                .bind("actor", actor)
                .bind("action", action)
                .bind("environment", environment)
                .bind("subject", subject)
                .bind("planDigest", planDigest)
                .bind("outcome", outcome)
                .bind("detail", detail)
                .execute();
    }

    /** The youngest records, youngest first. */
    public List<AuditRecord> recent(String environment, int limit) {
        return search(environment, AuditQuery.youngest(limit)).records();
    }

    /** The records that a query asks for, youngest first. A plan's digest finds what was done from the plan, too. */
    public AuditPage search(String environment, AuditQuery query) {
        String where = where(query);
        return jdbi.withHandle(handle -> new AuditPage(
                bound(handle.createQuery("select count(*)" + where), environment, query)
                        .mapTo(Long.class)
                        .one(),
                bound(
                                handle.createQuery("select *" + where
                                        + (query.before().isPresent() ? " and number < :before" : "")
                                        + " order by number desc limit :limit"),
                                environment,
                                query)
                        .map(RECORD)
                        .list()));
    }

    /** Times are compared as times: as texts, a whole second would come after its fractions. */
    private static String where(AuditQuery query) {
        return " from audit where environment = :environment"
                + Stream.of(
                                given(query.actor(), "actor = :actor"),
                                given(query.action(), "action = :action"),
                                given(
                                        query.subject(),
                                        "(subject = :subject or plan_digest = :subject"
                                                + " or plan_digest = (select digest from plan where id = :subject))"),
                                given(query.since(), "julianday(at) >= julianday(:since)"),
                                given(query.until(), "julianday(at) < julianday(:until)"),
                                given(
                                        query.text(),
                                        "instr(lower(subject || ' ' || outcome || ' ' || detail), lower(:text)) > 0"))
                        .filter(condition -> !condition.isEmpty())
                        .map(condition -> " and " + condition)
                        .collect(Collectors.joining());
    }

    private static String given(Optional<?> value, String condition) {
        return value.isPresent() ? condition : "";
    }

    private static Query bound(Query sql, String environment, AuditQuery query) {
        sql.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return sql.bind("environment", environment)
                .bind("actor", query.actor())
                .bind("action", query.action())
                .bind("subject", query.subject())
                .bind("since", query.since().map(Instant::toString))
                .bind("until", query.until().map(Instant::toString))
                .bind("text", query.text())
                .bind("before", query.before())
                .bind("limit", query.limit());
    }

    private static final RowMapper<AuditRecord> RECORD = (row, context) -> new AuditRecord(
            row.getLong("number"),
            Instant.parse(row.getString("at")),
            row.getString("actor"),
            row.getString("action"),
            row.getString("environment"),
            row.getString("subject"),
            row.getString("plan_digest"),
            row.getString("outcome"),
            row.getString("detail"));
}
