package io.catalogbridge.server.store;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.PlanJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import tools.jackson.core.type.TypeReference;

/** Plans, stored before they are shown. A plan never changes. */
public final class Plans {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Clock clock;

    Plans(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A plan as stored.
     *
     * @param sourceCalls  the calls that discovering took
     * @param rulesVersion the mapping rules it was made from; empty if it is older than that is recorded
     */
    public record StoredPlan(Plan plan, Instant createdAt, CallCounts sourceCalls, OptionalLong rulesVersion) {}

    /** A plan without its changes, for lists. */
    public record PlanLine(
            String id, String environment, Instant createdAt, Plan.Summary summary, OptionalLong rulesVersion) {}

    /** Stores a plan; the same plan made again only becomes younger, and that of the rules it was made from last. */
    public StoredPlan save(Plan plan, CallCounts sourceCalls, long rulesVersion) {
        Instant now = clock.instant();
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into plan (id, environment, digest, created_at, source_calls, rules_version, summary, content)
                        values (:id, :environment, :digest, :createdAt, :sourceCalls, :rulesVersion, :summary, :content)
                        on conflict (id) do update set created_at = excluded.created_at,
                            source_calls = excluded.source_calls, rules_version = excluded.rules_version,
                            summary = excluded.summary, content = excluded.content""")
                .bind("id", plan.id())
                .bind("environment", plan.environment())
                .bind("digest", plan.digest())
                .bind("createdAt", now.toString())
                .bind("sourceCalls", StoreJson.MAPPER.writeValueAsString(sourceCalls.byOperation()))
                .bind("rulesVersion", rulesVersion)
                .bind("summary", StoreJson.MAPPER.writeValueAsString(plan.summary()))
                .bind("content", Compact.pack(PlanJson.write(plan)))
                .execute());
        return new StoredPlan(plan, now, sourceCalls, OptionalLong.of(rulesVersion));
    }

    public Optional<StoredPlan> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from plan where id = :id")
                .bind("id", id)
                .map(STORED)
                .findOne());
    }

    /** The version of the mapping rules that a plan was made from, if that is known. */
    public OptionalLong rulesVersion(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select rules_version from plan where id = :id")
                .bind("id", id)
                .map((row, context) -> rulesVersion(row))
                .findOne()
                .orElse(OptionalLong.empty()));
    }

    /** The youngest plans of an environment, youngest first. */
    public List<PlanLine> recent(String environment, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, environment, created_at, summary, rules_version from plan
                        where environment = :environment order by created_at desc limit :limit""")
                .bind("environment", environment)
                .bind("limit", limit)
                .map((row, context) -> new PlanLine(
                        row.getString("id"),
                        row.getString("environment"),
                        Instant.parse(row.getString("created_at")),
                        StoreJson.MAPPER.readValue(row.getString("summary"), Plan.Summary.class),
                        rulesVersion(row)))
                .list());
    }

    private static final RowMapper<StoredPlan> STORED = (row, context) -> new StoredPlan(
            PlanJson.read(Compact.text(row.getBytes("content"))),
            Instant.parse(row.getString("created_at")),
            CallCounts.of(StoreJson.MAPPER.readValue(row.getString("source_calls"), COUNTS)),
            rulesVersion(row));

    private static OptionalLong rulesVersion(ResultSet row) throws SQLException {
        long version = row.getLong("rules_version");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
    }
}
