package io.catalogbridge.server.store;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.mapping.plan.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Executions of plans and what became of each change; written while it happens. Of each environment one run is under way at a
 * time, whichever process it is in. A run whose process is known to have died, or that has not been heard of for a while, is
 * interrupted.
 */
public final class Runs {

    /** A run that has been silent for this long has died with its process. */
    public static final Duration SILENCE = Duration.ofMinutes(2);

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private static final int DIFFERENT = 100;

    private final Jdbi jdbi;
    private final Clock clock;

    Runs(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** How a run ended. */
    public enum RunOutcome {
        /** Still under way. */
        RUNNING,
        /** Everything in the plan was applied. */
        DONE,
        /** Some changes were not applied. */
        PARTIAL,
        /** Nothing was applied. */
        FAILED,
        /** Somebody asked it to stop before it was done. */
        CANCELLED,
        /** Its process died. */
        INTERRUPTED;

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

        /** In words. */
        public String text() {
            return applied + " applied, " + conflicts + " conflicts, " + rejected + " rejected, " + unknown
                    + " unknown";
        }
    }

    /**
     * How far a run is.
     *
     * @param stage what it is doing; empty at first
     * @param done  steps of the stage
     * @param total steps that the stage has, or -1 if unknown
     */
    public record Position(String stage, long done, long total) {
        public static final Position START = new Position("", 0, -1);
    }

    /**
     * A run as stored.
     *
     * @param endedAt     absent while it is under way
     * @param updatedAt   when it was last heard of
     * @param cancelledBy who asked it to stop, whether or not it has
     * @param different   what was found to differ from what had just been written, at most 100
     * @param failure     why it could not do its work at all
     */
    public record Run(
            String id,
            String environment,
            String planId,
            String actor,
            Instant startedAt,
            @Nullable Instant endedAt,
            Instant updatedAt,
            RunOutcome outcome,
            Position position,
            @Nullable String cancelledBy,
            Tally tally,
            CallCounts calls,
            List<String> different,
            @Nullable RunFailure failure) {
        public Run {
            different = List.copyOf(different);
        }

        public boolean running() {
            return outcome == RunOutcome.RUNNING;
        }
    }

    /** What a run learns when it says that it lives. */
    public enum Wish {
        GO_ON,
        /** Somebody asked it to stop. */
        STOP,
        /** The run is closed, by somebody who took its process for dead. */
        OVER
    }

    /** What became of one change. */
    public record ChangeOutcome(String change, String subject, String outcome, String message) {}

    /**
     * Opens a run.
     *
     * @throws RunUnderWay if another run of the environment has not ended
     */
    public String begin(String environment, String planId, String actor) {
        String id = "run-" + UUID.randomUUID().toString().substring(0, 13);
        String owner = RunOwner.current().text();
        jdbi.useTransaction(handle -> {
            List<Run> open = open(handle, environment);
            open.stream().filter(Run::running).findFirst().ifPresent(run -> {
                throw new RunUnderWay(run);
            });
            open.forEach(run -> closeInterrupted(handle, run));
            insert(handle, id, environment, planId, actor, owner);
        });
        return id;
    }

    private void insert(Handle handle, String id, String environment, String planId, String actor, String owner) {
        handle.createUpdate("""
                        insert into run (id, environment, plan_id, actor, started_at, heartbeat_at, owner, outcome)
                        values (:id, :environment, :planId, :actor, :now, :now, :owner, :outcome)""")
                .bind("id", id)
                .bind("environment", environment)
                .bind("planId", planId)
                .bind("actor", actor)
                .bind("now", clock.instant().toString())
                .bind("owner", owner)
                .bind("outcome", RunOutcome.RUNNING.label())
                .execute();
    }

    /** Those that nobody has closed, dead or alive. */
    private List<Run> open(Handle handle, String environment) {
        return handle.createQuery("select * from run where environment = :environment and outcome = 'running'")
                .bind("environment", environment)
                .map(this::run)
                .list();
    }

    private static void closeInterrupted(Handle handle, Run run) {
        handle.createUpdate("update run set outcome = :outcome, ended_at = :endedAt where id = :id")
                .bind("outcome", RunOutcome.INTERRUPTED.label())
                .bind("endedAt", run.updatedAt().toString())
                .bind("id", run.id())
                .execute();
    }

    /** Says that a run lives and how far it is, and hears whether it should go on. */
    public Wish beat(String runId, Position position) {
        return jdbi.inTransaction(handle -> {
            int alive = handle.createUpdate("""
                            update run set heartbeat_at = :now, stage = :stage, done = :done, total = :total
                            where id = :id and outcome = 'running'""")
                    .bind("now", clock.instant().toString())
                    .bind("stage", position.stage())
                    .bind("done", position.done())
                    .bind("total", position.total())
                    .bind("id", runId)
                    .execute();
            return alive == 0 ? Wish.OVER : wish(handle, runId);
        });
    }

    private static Wish wish(Handle handle, String runId) {
        return handle.createQuery("select cancelled_by is not null from run where id = :id")
                        .bind("id", runId)
                        .mapTo(Boolean.class)
                        .one()
                ? Wish.STOP
                : Wish.GO_ON;
    }

    /**
     * Asks a run to stop at its next safe point, in whichever process it is; whoever asks first is remembered.
     *
     * @return false if there is no such run under way
     */
    public boolean requestStop(String runId, String actor) {
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                                update run set cancelled_by = coalesce(cancelled_by, :actor),
                                    cancelled_at = coalesce(cancelled_at, :now)
                                where id = :id and outcome = 'running'""")
                        .bind("actor", actor)
                        .bind("now", clock.instant().toString())
                        .bind("id", runId)
                        .execute()
                > 0);
    }

    /** Records one outcome and, if the change happened, what now counts as last applied; both or neither. */
    public void record(String runId, String environment, Change change, Outcome outcome) {
        jdbi.useTransaction(handle -> {
            insert(handle, runId, change, outcome);
            count(handle, runId, outcome);
            if (outcome instanceof Outcome.Applied) {
                change.match(new BaselineWriter(handle, environment));
                OpenItems.settle(handle, environment, change.subject());
            } else if (outcome instanceof Outcome.Conflict) {
                OpenItems.dispute(handle, environment, change.subject());
            }
        });
    }

    private static void count(Handle handle, String runId, Outcome outcome) {
        String column = OutcomeNames.counter(outcome);
        handle.createUpdate("update run set " + column + " = " + column + " + 1 where id = :id")
                .bind("id", runId)
                .execute();
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
        end(runId, outcome, tally, calls, List.of());
    }

    /** Closes a run in which what was written was read again. */
    public void end(String runId, RunOutcome outcome, Tally tally, CallCounts calls, List<String> different) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        update run set ended_at = :endedAt, outcome = :outcome, applied = :applied,
                            conflicts = :conflicts, rejected = :rejected, unknown = :unknown, calls = :calls,
                            different = :different
                        where id = :id""")
                .bind("id", runId)
                .bind("endedAt", clock.instant().toString())
                .bind("outcome", outcome.label())
                .bind("applied", tally.applied())
                .bind("conflicts", tally.conflicts())
                .bind("rejected", tally.rejected())
                .bind("unknown", tally.unknown())
                .bind("calls", StoreJson.MAPPER.writeValueAsString(calls.byOperation()))
                .bind(
                        "different",
                        StoreJson.MAPPER.writeValueAsString(
                                different.stream().limit(DIFFERENT).toList()))
                .execute());
    }

    /** Closes a run that could not do its work; what it had done before stays recorded. */
    public void fail(String runId, RunFailure failure, CallCounts calls) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        update run set ended_at = :endedAt, calls = :calls, failure = :failure,
                            outcome = case when applied > 0 then :partial else :failed end
                        where id = :id""")
                .bind("id", runId)
                .bind("endedAt", clock.instant().toString())
                .bind("calls", StoreJson.MAPPER.writeValueAsString(calls.byOperation()))
                .bind("failure", StoreJson.MAPPER.writeValueAsString(failure))
                .bind("partial", RunOutcome.PARTIAL.label())
                .bind("failed", RunOutcome.FAILED.label())
                .execute());
    }

    public Optional<Run> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from run where id = :id")
                .bind("id", id)
                .map(this::run)
                .findOne());
    }

    /** The youngest runs of an environment, youngest first. */
    public List<Run> recent(String environment, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from run where environment = :environment order by started_at desc, id limit :limit")
                .bind("environment", environment)
                .bind("limit", limit)
                .map(this::run)
                .list());
    }

    /** The youngest run of a plan, however it ended. */
    public Optional<Run> latestOf(String planId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from run where plan_id = :planId order by started_at desc, id limit 1")
                .bind("planId", planId)
                .map(this::run)
                .findOne());
    }

    /** The run of an environment that is under way, if there is one. */
    public Optional<Run> underWay(String environment) {
        return jdbi.withHandle(handle -> open(handle, environment)).stream()
                .filter(Run::running)
                .findFirst();
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

    private Run run(ResultSet row, StatementContext context) throws SQLException {
        Instant startedAt = Instant.parse(row.getString("started_at"));
        Instant heardOf = Optional.ofNullable(instant(row, "heartbeat_at")).orElse(startedAt);
        Instant endedAt = instant(row, "ended_at");
        boolean dead = endedAt == null && dead(row.getString("owner"), heardOf);
        String failure = row.getString("failure");
        return new Run(
                row.getString("id"),
                row.getString("environment"),
                row.getString("plan_id"),
                row.getString("actor"),
                startedAt,
                dead ? heardOf : endedAt,
                endedAt == null ? heardOf : endedAt,
                dead ? RunOutcome.INTERRUPTED : outcome(row),
                new Position(row.getString("stage"), row.getLong("done"), row.getLong("total")),
                row.getString("cancelled_by"),
                tally(row),
                CallCounts.of(StoreJson.MAPPER.readValue(row.getString("calls"), COUNTS)),
                StoreJson.MAPPER.readValue(row.getString("different"), TEXTS),
                failure == null ? null : StoreJson.MAPPER.readValue(failure, RunFailure.class));
    }

    private boolean dead(String owner, Instant heardOf) {
        return clock.instant().isAfter(heardOf.plus(SILENCE))
                || RunOwner.parse(owner).filter(RunOwner::gone).isPresent();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Instant.parse(text);
    }

    private static RunOutcome outcome(ResultSet row) throws SQLException {
        return RunOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("applied"), row.getLong("conflicts"), row.getLong("rejected"), row.getLong("unknown"));
    }
}
