package io.catalogbridge.server.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
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

    /** Appends a record. */
    public void append(
            String actor,
            String action,
            String environment,
            String subject,
            @Nullable String planDigest,
            String outcome,
            String detail) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into audit (at, actor, action, environment, subject, plan_digest, outcome, detail)
                        values (:at, :actor, :action, :environment, :subject, :planDigest, :outcome, :detail)""")
                .bind("at", clock.instant().toString())
                .bind("actor", actor)
                .bind("action", action)
                .bind("environment", environment)
                .bind("subject", subject)
                .bind("planDigest", planDigest)
                .bind("outcome", outcome)
                .bind("detail", detail)
                .execute());
    }

    /** The youngest records, youngest first. */
    public List<AuditRecord> recent(String environment, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from audit where environment = :environment order by number desc limit :limit")
                .bind("environment", environment)
                .bind("limit", limit)
                .map((row, context) -> new AuditRecord(
                        row.getLong("number"),
                        Instant.parse(row.getString("at")),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("environment"),
                        row.getString("subject"),
                        row.getString("plan_digest"),
                        row.getString("outcome"),
                        row.getString("detail")))
                .list());
    }
}
