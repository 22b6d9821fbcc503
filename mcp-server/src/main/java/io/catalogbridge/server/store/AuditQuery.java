package io.catalogbridge.server.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records of the audit trail are wanted; what is absent does not matter.
 *
 * @param subject what was acted on, or the id or digest of a plan or run involved
 * @param since   the first moment that counts
 * @param until   the first moment that counts no longer
 * @param text    part of the subject, outcome or detail, in any case
 * @param before  number of the record that the page before ended with
 * @param limit   records per page, at least 1
 */
public record AuditQuery(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> subject,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> text,
        Optional<Long> before,
        int limit) {

    public AuditQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one record, not " + limit);
        }
    }

    /** The youngest records, whatever they say. */
    public static AuditQuery youngest(int limit) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    /** The same from the record after this one on. */
    public AuditQuery before(long number) {
        return new AuditQuery(actor, action, subject, since, until, text, Optional.of(number), limit);
    }
}
