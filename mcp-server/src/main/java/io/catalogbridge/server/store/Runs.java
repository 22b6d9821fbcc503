package io.catalogbridge.server.store;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.mapping.plan.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Executions of plans and what became of each change; written while it happens. */
public final class Runs {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Clock clock;

    Runs(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** How a run ended. */
    public enum RunOutcome {
        /** Still under way, or its process died. */
        RUNNING,
        /** Everything in the plan was applied. */
        DONE,
        /** Some changes were not applied. */
        PARTIAL,
        /** Nothing was applied. */
        FAILED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Counts of outcomes. */
    public record Tally(long applied, long conflicts, long rejected, long unknown) {
        public static final Tally NONE = new Tally(0, 0, 0, 0);

        public boolean clean() {
            return conflicts == 0 && rejected == 0 && unknown == 0;
        }
    }

    /** A run as stored. */
    public record Run(
            String id,
            String environment,
            String planId,
            String actor,
            Instant startedAt,
            @Nullable Instant endedAt,
            RunOutcome outcome,
            Tally tally,
            CallCounts calls) {}

    /** What became of one change. */
    public record ChangeOutcome(String change, String subject, String outcome, String message) {}

    /** Opens a run. */
    public String begin(String environment, String planId, String actor) {
        String id = "run-" + UUID.randomUUID().toString().substring(0, 13);
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into run (id, environment, plan_id, actor, started_at, outcome)
                        values (:id, :environment, :planId, :actor, :startedAt, :outcome)""")
                .bind("id", id)
                .bind("environment", environment)
                .bind("planId", planId)
                .bind("actor", actor)
                .bind("startedAt", clock.instant().toString())
                .bind("outcome", RunOutcome.RUNNING.label())
                .execute());
        return id;
    }

    /** Records one outcome and, if the change happened, what now counts as last applied; both or neither. */
    public void record(String runId, String environment, Change change, Outcome outcome) {
        jdbi.useTransaction(handle -> {
            insert(handle, runId, change, outcome);
            if (outcome instanceof Outcome.Applied) {
                change.match(new BaselineWriter(handle, environment));
                OpenItems.settle(handle, environment, change.subject());
            } else if (outcome instanceof Outcome.Conflict) {
                OpenItems.dispute(handle, environment, change.subject());
            }
        });
    }

    private void insert(Handle handle, String runId, Change change, Outcome outcome) {
        handle.createUpdate("""
                        insert into outcome (run_id, number, at, change, subject, outcome, message)
                        values (:runId, (select coalesce(max(number), 0) + 1 from outcome where run_id = :runId),
                            :at, :change, :subject, :outcome, :message)""")
                .bind("runId", runId)
                .bind("at", clock.instant().toString())
                .bind("change", ChangeNames.of(change))
                .bind("subject", change.subject())
                .bind("outcome", OutcomeNames.of(outcome))
                .bind("message", OutcomeNames.message(outcome))
                .execute();
    }

    /** Closes a run. */
    public void end(String runId, RunOutcome outcome, Tally tally, CallCounts calls) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        update run set ended_at = :endedAt, outcome = :outcome, applied = :applied,
                            conflicts = :conflicts, rejected = :rejected, unknown = :unknown, calls = :calls
                        where id = :id""")
                .bind("id", runId)
                .bind("endedAt", clock.instant().toString())
                .bind("outcome", outcome.label())
                .bind("applied", tally.applied())
                .bind("conflicts", tally.conflicts())
                .bind("rejected", tally.rejected())
                .bind("unknown", tally.unknown())
                .bind("calls", StoreJson.MAPPER.writeValueAsString(calls.byOperation()))
                .execute());
    }

    public Optional<Run> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from run where id = :id")
                .bind("id", id)
                .map(RUN)
                .findOne());
    }

    /** The youngest runs of an environment, youngest first. */
    public List<Run> recent(String environment, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from run where environment = :environment order by started_at desc, id limit :limit")
                .bind("environment", environment)
                .bind("limit", limit)
                .map(RUN)
                .list());
    }

    /** The changes of a run that were not applied, in the order they were reported. */
    public List<ChangeOutcome> notApplied(String runId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select change, subject, outcome, message from outcome
                        where run_id = :runId and outcome <> 'applied' order by number limit :limit""")
                .bind("runId", runId)
                .bind("limit", limit)
                .map((row, context) -> new ChangeOutcome(
                        row.getString("change"),
                        row.getString("subject"),
                        row.getString("outcome"),
                        row.getString("message")))
                .list());
    }

    private static final RowMapper<Run> RUN = (row, context) -> new Run(
            row.getString("id"),
            row.getString("environment"),
            row.getString("plan_id"),
            row.getString("actor"),
            Instant.parse(row.getString("started_at")),
            row.getString("ended_at") == null ? null : Instant.parse(row.getString("ended_at")),
            RunOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
            new Tally(
                    row.getLong("applied"), row.getLong("conflicts"), row.getLong("rejected"), row.getLong("unknown")),
            CallCounts.of(StoreJson.MAPPER.readValue(row.getString("calls"), COUNTS)));
}
