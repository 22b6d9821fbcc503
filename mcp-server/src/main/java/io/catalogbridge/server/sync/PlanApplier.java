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

    private final SyncEnvironment environment;
    private final CatalogTarget target;
    private final Runs runs;
    private final String runId;
    private final Set<String> unfinished = new HashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    PlanApplier(SyncEnvironment environment, CatalogTarget target, String runId) {
        this.environment = environment;
        this.target = target;
        this.runs = environment.store().runs();
        this.runId = runId;
    }

    ApplyResult apply(Plan plan, TargetReading reading, CallCounts before, String actor, Progress progress) {
        progress.stage("Applying changes", plan.changes().size());
        stage(plan, Change.CreateDatabase.class::isInstance, reading, progress);
        stage(plan, PlanApplier::isInner, reading, progress);
        stage(plan, Change.UpdateDatabase.class::isInstance, reading, progress);
        boolean stopped = progress.cancelled() && (!tally().clean() || toVerify());
        List<String> different = !stopped && toVerify() ? verify(plan, progress) : List.of();
        return close(plan, outcome(stopped, different), different, before, actor);
    }

    private static boolean isInner(Change change) {
        return !(change instanceof Change.CreateDatabase) && !(change instanceof Change.UpdateDatabase);
    }

    private void stage(Plan plan, Predicate<Change> belongs, TargetReading reading, Progress progress) {
        List<Change> due = plan.changes().stream().filter(belongs).toList();
        due.stream().filter(change -> !ready(change)).toList().forEach(this::leftOut);
        List<Change> ready = due.stream().filter(this::ready).toList();
        if (!ready.isEmpty()) {
            remember(ready, target.apply(ready, reading, this::happened, progress));
        }
    }

    private void happened(Change change, Outcome outcome) {
        runs.record(runId, environment.name(), change, outcome);
    }

    private boolean ready(Change change) {
        return change.database().isEmpty() || !unfinished.contains(change.database());
    }

    private void leftOut(Change change) {
        Outcome outcome = new Outcome.Rejected(
                ErrorKind.CONFLICT,
                "left out because other changes of database " + change.database() + " were not applied",
                "");
        happened(change, outcome);
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

    private boolean toVerify() {
        return environment.verifyAfterApply() && outcomes.stream().anyMatch(Outcome.Applied.class::isInstance);
    }

    private List<String> verify(Plan plan, Progress progress) {
        return new Verification(target, unfinished).differences(plan, progress);
    }

    private ApplyResult close(Plan plan, RunOutcome outcome, List<String> different, CallCounts before, String actor) {
        Tally tally = tally();
        CallCounts calls = target.calls().since(before);
        runs.end(runId, outcome, tally, calls, different);
        environment
                .store()
                .audit()
                .append(actor, "apply", environment.name(), runId, plan.digest(), outcome.label(), tally.text());
        return new ApplyResult(
                runId, plan.id(), outcome, tally, runs.notApplied(runId, ApplyResult.REPORTED), different, calls);
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

    private RunOutcome outcome(boolean stopped, List<String> different) {
        Tally tally = tally();
        if (stopped) {
            return RunOutcome.CANCELLED;
        }
        if (tally.clean() && different.isEmpty()) {
            return RunOutcome.DONE;
        }
        return tally.applied() > 0 ? RunOutcome.PARTIAL : RunOutcome.FAILED;
    }
}
