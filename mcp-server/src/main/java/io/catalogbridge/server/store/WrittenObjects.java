package io.catalogbridge.server.store;

import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What we remember having written to Glue, object by object, without its content. */
public final class WrittenObjects {

    private final Jdbi jdbi;

    WrittenObjects(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What a table was when it was last written or found to be as it should be. */
    public record WrittenTable(Optional<String> fingerprint, boolean waitsForDeletion) {}

    /** The last time a change of an object was applied, and by which run. */
    public record LastWrite(Instant at, String runId) {}

    /** What we remember of a table; empty if it was never written, or was deleted. */
    public Optional<WrittenTable> table(String environment, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select content from last_applied where environment = :environment and subject = :subject")
                .bind("environment", environment)
                .bind("subject", subject)
                .mapTo(byte[].class)
                .findOne()
                .map(content -> written(StoreJson.table(content))));
    }

    private static WrittenTable written(GlueTable table) {
        return new WrittenTable(
                Optional.ofNullable(table.parameters().get(Ownership.FINGERPRINT)),
                table.parameters().containsKey(Ownership.TOMBSTONE));
    }

    /** When an object was last changed by us; empty if no run did, as for what was found to be as it should be. */
    public Optional<LastWrite> last(String environment, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select outcome.at, outcome.run_id from outcome join run on run.id = outcome.run_id
                        where outcome.subject = :subject and outcome.outcome = 'applied'
                          and run.environment = :environment
                        order by outcome.at desc limit 1""")
                .bind("environment", environment)
                .bind("subject", subject)
                .map((row, context) -> new LastWrite(Instant.parse(row.getString("at")), row.getString("run_id")))
                .findOne());
    }

    /** The subjects of everything that we remember having written, such as {@code glue:database/table}. */
    public Set<String> subjects(String environment) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select subject from last_applied where environment = :environment")
                .bind("environment", environment)
                .mapTo(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet()));
    }
}
