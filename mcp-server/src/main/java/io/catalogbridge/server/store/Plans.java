package io.catalogbridge.server.store;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.PlanJson;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param sourceCalls the calls that discovering took
     */
    public record StoredPlan(Plan plan, Instant createdAt, CallCounts sourceCalls) {}

    /** A plan without its changes, for lists. */
    public record PlanLine(String id, String environment, Instant createdAt, Plan.Summary summary) {}

    /** Stores a plan; the same plan made again only becomes younger. */
    public StoredPlan save(Plan plan, CallCounts sourceCalls) {
        Instant now = clock.instant();
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into plan (id, environment, digest, created_at, source_calls, summary, content)
                        values (:id, :environment, :digest, :createdAt, :sourceCalls, :summary, :content)
                        on conflict (id) do update set created_at = excluded.created_at,
                            source_calls = excluded.source_calls, summary = excluded.summary, content = excluded.content""")
                .bind("id", plan.id())
                .bind("environment", plan.environment())
                .bind("digest", plan.digest())
                .bind("createdAt", now.toString())
                .bind("sourceCalls", StoreJson.MAPPER.writeValueAsString(sourceCalls.byOperation()))
                .bind("summary", StoreJson.MAPPER.writeValueAsString(plan.summary()))
                .bind("content", Compact.pack(PlanJson.write(plan)))
                .execute());
        return new StoredPlan(plan, now, sourceCalls);
    }

    public Optional<StoredPlan> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from plan where id = :id")
                .bind("id", id)
                .map(STORED)
                .findOne());
    }

    /** The youngest plans of an environment, youngest first. */
    public List<PlanLine> recent(String environment, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, environment, created_at, summary from plan
                        where environment = :environment order by created_at desc limit :limit""")
                .bind("environment", environment)
                .bind("limit", limit)
                .map((row, context) -> new PlanLine(
                        row.getString("id"),
                        row.getString("environment"),
                        Instant.parse(row.getString("created_at")),
                        StoreJson.MAPPER.readValue(row.getString("summary"), Plan.Summary.class)))
                .list());
    }

    private static final RowMapper<StoredPlan> STORED = (row, context) -> new StoredPlan(
            PlanJson.read(Compact.text(row.getBytes("content"))),
            Instant.parse(row.getString("created_at")),
            CallCounts.of(StoreJson.MAPPER.readValue(row.getString("source_calls"), COUNTS)));
}
