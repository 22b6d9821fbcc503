package io.catalogbridge.server.store;

import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.Decision;
import io.catalogbridge.mapping.plan.Decision.Resolution;
import io.catalogbridge.mapping.plan.Decisions;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.store.FoundConflict.State;
import io.catalogbridge.server.store.FoundConflict.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What plans left for people to decide, and what they decided. At most one decision for each field of each object. */
public final class Conflicts {

    /** Found ones with the decision on their field, then decisions on what is no longer found. */
    private static final String ALL = """
            select c.environment, c.subject, c.field, c.id, c.container, c.last_applied, c.current, c.desired, c.reason,
                   c.plan_id, c.seen_at, 1 as open, d.id as decided_on, d.resolution, d.note, d.decided_by, d.decided_at
              from conflict c left join decision d
                on d.environment = c.environment and d.subject = c.subject and d.field = c.field
             union all
            select d.environment, d.subject, d.field, d.id, d.container, d.last_applied, d.current, d.desired, d.reason,
                   d.plan_id, d.seen_at, 0, d.id, d.resolution, d.note, d.decided_by, d.decided_at
              from decision d
             where not exists (select 1 from conflict c
                where c.environment = d.environment and c.subject = d.subject and c.field = d.field)""";

    private static final String STATE =
            "case when open = 0 then 'settled' when decided_on = id then 'decided'" + " else 'open' end";

    private final Jdbi jdbi;
    private final Clock clock;

    Conflicts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Which conflicts are asked for, in the order of their objects.
     *
     * @param container the database; empty for all
     * @param state     empty for all
     * @param limit     most to return
     * @param cursor    as an earlier page returned it; absent for the first
     */
    public record Query(
            Optional<String> container,
            Optional<State> state,
            int limit,
            @Nullable String cursor) {}

    /**
     * A page of conflicts.
     *
     * @param total of all pages
     */
    public record Page(
            long total, List<FoundConflict> items, @Nullable String nextCursor) {}

    /** The name of a conflict. */
    public static String id(Conflict conflict) {
        return ConflictIds.of(conflict);
    }

    /**
     * Takes over what a plan found. What earlier plans found elsewhere stays.
     *
     * @param planned the databases that the plan was made for; empty if it was made for everything
     */
    public void replace(String environment, Optional<? extends Collection<String>> planned, Plan plan) {
        jdbi.useTransaction(handle -> {
            Map<String, Instant> seen = firstSeen(handle, environment);
            planned.ifPresentOrElse(
                    databases -> forget(handle, environment, databases), () -> forget(handle, environment));
            put(handle, environment, plan, seen);
        });
    }

    private static Map<String, Instant> firstSeen(Handle handle, String environment) {
        Map<String, Instant> seen = new HashMap<>();
        handle.createQuery("""
                        select id, seen_at from conflict where environment = :environment
                        union all select id, seen_at from decision where environment = :environment""")
                .bind("environment", environment)
                .map((row, context) -> seen.put(row.getString("id"), Instant.parse(row.getString("seen_at"))) == null)
                .list();
        return seen;
    }

    private static void forget(Handle handle, String environment) {
        handle.createUpdate("delete from conflict where environment = :environment")
                .bind("environment", environment)
                .execute();
    }

    private static void forget(Handle handle, String environment, Collection<String> databases) {
        try (PreparedBatch batch = handle.prepareBatch(
                "delete from conflict where environment = :environment and container = :container")) {
            databases.forEach(database -> batch.bind("environment", environment)
                    .bind("container", database)
                    .add());
            execute(batch);
        }
    }

    private void put(Handle handle, String environment, Plan plan, Map<String, Instant> seen) {
        Instant now = clock.instant();
        try (PreparedBatch batch = handle.prepareBatch("""
                insert or replace into conflict (environment, subject, field, id, container, last_applied, current, desired,
                    reason, plan_id, seen_at)
                values (:environment, :subject, :field, :id, :container, :lastApplied, :current, :desired,
                    :reason, :planId, :seenAt)""")) {
            plan.conflicts()
                    .forEach(each -> add(batch, environment, plan.id(), each, seen.getOrDefault(id(each), now)));
            execute(batch);
        }
    }

    private static void add(PreparedBatch batch, String environment, String planId, Conflict conflict, Instant seenAt) {
        batch.bind("environment", environment)
                .bind("subject", conflict.subject())
                .bind("field", conflict.field())
                .bind("id", id(conflict))
                .bind("container", container(conflict.subject()))
                .bind("lastApplied", conflict.lastApplied())
                .bind("current", conflict.current())
                .bind("desired", conflict.desired())
                .bind("reason", conflict.reason())
                .bind("planId", planId)
                .bind("seenAt", seenAt.toString())
                .add();
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** The database of {@code glue:database/table} and {@code glue:database}. */
    private static String container(String subject) {
        return subject.startsWith("glue:") ? subject.substring("glue:".length()).split("/", 2)[0] : "";
    }

    /**
     * A page of conflicts.
     *
     * @throws IllegalArgumentException if the cursor is not one that an earlier page returned
     */
    public Page page(String environment, Query query) {
        String[] after = query.cursor() == null ? new String[] {"", ""} : position(query.cursor());
        List<FoundConflict> found = jdbi.withHandle(handle -> handle.createQuery("select * from (" + ALL + ") where "
                        + FILTER + " and (subject, field) > (:subject, :field) order by subject, field limit :limit")
                .bindMap(filter(environment, query))
                .bind("subject", after[0])
                .bind("field", after[1])
                .bind("limit", query.limit() + 1)
                .map(Conflicts::found)
                .list());
        boolean more = found.size() > query.limit();
        List<FoundConflict> items = more ? found.subList(0, query.limit()) : found;
        return new Page(count(environment, query), items, more ? cursor(items.get(items.size() - 1)) : null);
    }

    /** Where the page after this conflict begins. */
    public static String cursor(FoundConflict last) {
        return IdCursor.after(last.subject() + '\n' + last.field());
    }

    private static String[] position(String cursor) {
        String[] position = IdCursor.read(cursor).split("\n", -1);
        if (position.length != 2) {
            throw new IllegalArgumentException("the cursor is not one that an earlier page returned");
        }
        return position;
    }

    private static final String FILTER = "environment = :environment and (:container is null or container = :container)"
            + " and (:state is null or " + STATE + " = :state)";

    private static Map<String, @Nullable Object> filter(String environment, Query query) {
        Map<String, @Nullable Object> filter = new HashMap<>();
        filter.put("environment", environment);
        filter.put("container", query.container().orElse(null));
        filter.put("state", query.state().map(State::label).orElse(null));
        return filter;
    }

    private long count(String environment, Query query) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from (" + ALL + ") where " + FILTER)
                .bindMap(filter(environment, query))
                .mapTo(Long.class)
                .one());
    }

    /** How many there are in this state. */
    public long count(String environment, State state) {
        return count(environment, new Query(Optional.empty(), Optional.of(state), 0, null));
    }

    /** A conflict, or one that somebody has decided on. */
    public Optional<FoundConflict> find(String environment, String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from (" + ALL + ") where environment = :environment and id = :id limit 1")
                .bind("environment", environment)
                .bind("id", id)
                .map(Conflicts::found)
                .findOne());
    }

    /** Stores a decision in place of an earlier one on the same field. */
    public Taken decide(String environment, FoundConflict conflict, Resolution resolution, String note, String actor) {
        Taken taken = new Taken(conflict.id(), resolution, note, actor, clock.instant());
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert or replace into decision (environment, subject, field, id, container, last_applied, current,
                            desired, reason, plan_id, seen_at, resolution, note, decided_by, decided_at)
                        values (:environment, :subject, :field, :id, :container, :lastApplied, :current,
                            :desired, :reason, :planId, :seenAt, :resolution, :note, :by, :at)""")
                .bind("environment", environment)
                .bind("subject", conflict.subject())
                .bind("field", conflict.field())
                .bind("id", conflict.id())
                .bind("container", conflict.container())
                .bind("lastApplied", conflict.lastApplied())
                .bind("current", conflict.current())
                .bind("desired", conflict.desired())
                .bind("reason", conflict.reason())
                .bind("planId", conflict.planId())
                .bind("seenAt", conflict.seenAt().toString())
                .bind("resolution", resolution.label())
                .bind("note", note)
                .bind("by", actor)
                .bind("at", taken.at().toString())
                .execute());
        return taken;
    }

    /** Everything decided so far, for planning. */
    public Decisions decisions(String environment) {
        return Decisions.of(jdbi.withHandle(
                handle -> handle.createQuery("select * from decision where environment = :environment")
                        .bind("environment", environment)
                        .map((row, context) -> new Decision(
                                row.getString("subject"),
                                row.getString("field"),
                                row.getString("last_applied"),
                                row.getString("current"),
                                resolution(row)))
                        .list()));
    }

    private static FoundConflict found(ResultSet row, StatementContext context) throws SQLException {
        return new FoundConflict(
                row.getString("id"),
                row.getString("subject"),
                row.getString("field"),
                row.getString("container"),
                row.getString("last_applied"),
                row.getString("current"),
                row.getString("desired"),
                row.getString("reason"),
                row.getString("plan_id"),
                Instant.parse(row.getString("seen_at")),
                row.getBoolean("open"),
                row.getString("resolution") == null ? Optional.empty() : Optional.of(taken(row)));
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getString("decided_on"),
                resolution(row),
                row.getString("note"),
                row.getString("decided_by"),
                Instant.parse(row.getString("decided_at")));
    }

    private static Resolution resolution(ResultSet row) throws SQLException {
        return Resolution.parse(row.getString("resolution")).orElseThrow();
    }
}
