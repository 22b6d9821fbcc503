package io.catalogbridge.server.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import tools.jackson.core.type.TypeReference;

/** Versions of the mapping rules, numbered from 1 in each environment. Append-only: the database itself refuses changes. */
public final class RulesVersions {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Clock clock;

    RulesVersions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param content     the rules, as whoever made them writes them down
     * @param differences what is different from the version before, in words
     */
    public record RulesVersion(
            long number, Instant at, String actor, String reason, String content, List<String> differences) {
        public RulesVersion {
            differences = List.copyOf(differences);
        }
    }

    /** The version in force, if rules were ever edited. */
    public Optional<RulesVersion> latest(String environment) {
        return recent(environment, 1).stream().findFirst();
    }

    /** The youngest versions, youngest first. */
    public List<RulesVersion> recent(String environment, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from rules_version where environment = :environment order by version desc limit :limit")
                .bind("environment", environment)
                .bind("limit", limit)
                .map(VERSION)
                .list());
    }

    public Optional<RulesVersion> find(String environment, long number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from rules_version where environment = :environment and version = :version")
                .bind("environment", environment)
                .bind("version", number)
                .map(VERSION)
                .findOne());
    }

    /**
     * Adds a version and says so in the audit trail; both or neither.
     *
     * @param expected the version that the new one was made from, 0 if there was none
     * @return empty if another version came in between; nothing is stored then
     */
    public Optional<RulesVersion> append(
            String environment, long expected, String actor, String reason, String content, List<String> differences) {
        RulesVersion version = new RulesVersion(expected + 1, clock.instant(), actor, reason, content, differences);
        return jdbi.inTransaction(handle -> {
            if (youngest(handle, environment) != expected) {
                return Optional.empty();
            }
            insert(handle, environment, version);
            AuditTrail.insert(
                    handle,
                    version.at(),
                    actor,
                    "edit-rules",
                    environment,
                    "rules:" + version.number(),
                    null,
                    "stored",
                    reason + ": " + String.join("; ", differences));
            return Optional.of(version);
        });
    }

    private static long youngest(Handle handle, String environment) {
        return handle.createQuery(
                        "select coalesce(max(version), 0) from rules_version where environment = :environment")
                .bind("environment", environment)
                .mapTo(Long.class)
                .one();
    }

    private static void insert(Handle handle, String environment, RulesVersion version) {
        handle.createUpdate("""
                        insert into rules_version (environment, version, at, actor, reason, content, differences)
                        values (:environment, :version, :at, :actor, :reason, :content, :differences)""")
                .bind("environment", environment)
                .bind("version", version.number())
                .bind("at", version.at().toString())
                .bind("actor", version.actor())
                .bind("reason", version.reason())
                .bind("content", version.content())
                .bind("differences", StoreJson.MAPPER.writeValueAsString(version.differences()))
                .execute();
    }

    private static final RowMapper<RulesVersion> VERSION = (row, context) -> new RulesVersion(
            row.getLong("version"),
            Instant.parse(row.getString("at")),
            row.getString("actor"),
            row.getString("reason"),
            row.getString("content"),
            StoreJson.MAPPER.readValue(row.getString("differences"), TEXTS));
}
