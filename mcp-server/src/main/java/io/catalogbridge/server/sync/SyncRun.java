package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.store.RunFailure;
import io.catalogbridge.server.store.Runs.ChangeOutcome;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Runs.Tally;
import java.util.List;
import java.util.Optional;

/** A run that the store knows of and that nothing has been done for yet. Executed once. */
final class SyncRun {

    private final SyncEnvironment environment;
    private final String id;
    private final Plan plan;
    private final String actor;
    private final Optional<TargetReading> known;

    /** @param known a reading that the plan was just made from; without one, Glue is read again */
    SyncRun(SyncEnvironment environment, String id, Plan plan, String actor, Optional<TargetReading> known) {
        this.environment = environment;
        this.id = id;
        this.plan = plan;
        this.actor = actor;
        this.known = known;
    }

    String id() {
        return id;
    }

    /**
     * Does it, and records how it ended, whatever happens.
     *
     * @param recorded runs after the store has learned how far the run is
     */
    ApplyResult execute(Progress caller, Runnable recorded) {
        return execute(new RunPulse(environment.store().runs(), id, caller, environment.clock(), recorded));
    }

    private ApplyResult execute(RunPulse pulse) {
        CatalogTarget target = null;
        CallCounts before = CallCounts.NONE;
        try {
            target = environment.target().get();
            before = target.calls();
            TargetReading reading = reading(target, pulse);
            return new PlanApplier(environment, target, id).apply(plan, reading, before, actor, pulse);
        } catch (RuntimeException e) {
            CallCounts calls = target == null ? CallCounts.NONE : target.calls().since(before);
            if (pulse.cancelled()) {
                return stopped(calls);
            }
            failWith(e, calls);
            throw e;
        }
    }

    /** What stopped the run matters more than that it could not be recorded; the run is then seen as interrupted. */
    private void failWith(RuntimeException cause, CallCounts calls) {
        try {
            fail(RunFailures.of(cause), calls);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private TargetReading reading(CatalogTarget target, Progress progress) {
        if (known.isPresent()) {
            return known.get();
        }
        boolean jobs =
                plan.changes().stream().anyMatch(change -> change.database().isEmpty());
        return target.readTables(target.readDatabases(jobs, progress), plan.touched(), progress);
    }

    /** Stopped in the middle of something; what was done until then is recorded already. */
    private ApplyResult stopped(CallCounts calls) {
        Tally tally = environment.store().runs().find(id).orElseThrow().tally();
        environment.store().runs().end(id, RunOutcome.CANCELLED, tally, calls);
        audit(RunOutcome.CANCELLED, tally.text());
        return new ApplyResult(id, plan.id(), RunOutcome.CANCELLED, tally, notApplied(), List.of(), calls);
    }

    private List<ChangeOutcome> notApplied() {
        return environment.store().runs().notApplied(id, ApplyResult.REPORTED);
    }

    /** Nothing of it was done, and nothing will be. */
    void abandon(RunFailure failure) {
        fail(failure, CallCounts.NONE);
    }

    private void fail(RunFailure failure, CallCounts calls) {
        environment.store().runs().fail(id, failure, calls);
        audit(RunOutcome.FAILED, failure.code() + ": " + failure.message());
    }

    private void audit(RunOutcome outcome, String detail) {
        environment
                .store()
                .audit()
                .append(actor, "apply", environment.name(), id, plan.digest(), outcome.label(), detail);
    }
}
