package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.store.Runs;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Runs.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Carries out one plan in stages: databases are created before their tables, and get their new digest only when every other
 * change of theirs has happened. Each outcome is recorded as soon as it is known, so that being killed loses nothing.
 */
final class PlanApplier {

    private static final int REPORTED = 100;

    private final SyncEnvironment environment;
    private final CatalogTarget target;
    private final Runs runs;
    private final Set<String> unfinished = new HashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    PlanApplier(SyncEnvironment environment, CatalogTarget target) {
        this.environment = environment;
        this.target = target;
        this.runs = environment.store().runs();
    }

    ApplyResult apply(Plan plan, TargetReading reading, CallCounts before, String actor, Progress progress) {
        String runId = runs.begin(environment.name(), plan.id(), actor);
        progress.stage("Applying changes", plan.changes().size());
        stage(plan, Change.CreateDatabase.class::isInstance, runId, reading, progress);
        stage(plan, PlanApplier::isInner, runId, reading, progress);
        stage(plan, Change.UpdateDatabase.class::isInstance, runId, reading, progress);
        List<String> different = verify(plan, progress);
        return close(plan, runId, different, before, actor);
    }

    private static boolean isInner(Change change) {
        return !(change instanceof Change.CreateDatabase) && !(change instanceof Change.UpdateDatabase);
    }

    private void stage(Plan plan, Predicate<Change> belongs, String runId, TargetReading reading, Progress progress) {
        List<Change> due = plan.changes().stream().filter(belongs).toList();
        due.stream().filter(change -> !ready(change)).toList().forEach(change -> leftOut(runId, change));
        List<Change> ready = due.stream().filter(this::ready).toList();
        if (!ready.isEmpty()) {
            remember(ready, target.apply(ready, reading, listener(runId), progress));
        }
    }

    private CatalogTarget.OutcomeListener listener(String runId) {
        return (change, outcome) -> runs.record(runId, environment.name(), change, outcome);
    }

    private boolean ready(Change change) {
        return change.database().isEmpty() || !unfinished.contains(change.database());
    }

    private void leftOut(String runId, Change change) {
        Outcome outcome = new Outcome.Rejected(
                ErrorKind.CONFLICT,
                "left out because other changes of database " + change.database() + " were not applied",
                "");
        runs.record(runId, environment.name(), change, outcome);
        outcomes.add(outcome);
    }

    private void remember(List<Change> changes, List<Outcome> happened) {
        for (int i = 0; i < changes.size(); i++) {
            outcomes.add(happened.get(i));
            if (!(happened.get(i) instanceof Outcome.Applied)) {
                unfinished.add(changes.get(i).database());
            }
        }
    }

    private List<String> verify(Plan plan, Progress progress) {
        boolean worthwhile =
                environment.verifyAfterApply() && outcomes.stream().anyMatch(Outcome.Applied.class::isInstance);
        return worthwhile ? new Verification(target, unfinished).differences(plan, progress) : List.of();
    }

    private ApplyResult close(Plan plan, String runId, List<String> different, CallCounts before, String actor) {
        Tally tally = tally();
        RunOutcome outcome = outcome(tally, different);
        CallCounts calls = target.calls().since(before);
        runs.end(runId, outcome, tally, calls);
        environment
                .store()
                .audit()
                .append(
                        actor,
                        "apply",
                        environment.name(),
                        runId,
                        plan.digest(),
                        outcome.label(),
                        tally.applied() + " applied, " + tally.conflicts() + " conflicts, " + tally.rejected()
                                + " rejected, " + tally.unknown() + " unknown");
        return new ApplyResult(runId, plan.id(), outcome, tally, runs.notApplied(runId, REPORTED), different, calls);
    }

    private Tally tally() {
        return new Tally(
                count(Outcome.Applied.class),
                count(Outcome.Conflict.class),
                count(Outcome.Rejected.class),
                count(Outcome.Unknown.class));
    }

    private long count(Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    private static RunOutcome outcome(Tally tally, List<String> different) {
        if (tally.clean() && different.isEmpty()) {
            return RunOutcome.DONE;
        }
        return tally.applied() > 0 ? RunOutcome.PARTIAL : RunOutcome.FAILED;
    }
}
