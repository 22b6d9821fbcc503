package io.catalogbridge.server.tools;

import io.catalogbridge.server.doctor.Check;
import io.catalogbridge.server.doctor.Check.Verdict;
import io.catalogbridge.server.rules.RulesException;
import io.catalogbridge.server.store.CatalogIndex.SnapshotFacts;
import io.catalogbridge.server.store.Runs.ChangeOutcome;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Runs.RunOutcome;
import java.util.List;
import java.util.Optional;

/** How ready everything is, as far as our own store tells. */
record LastKnownState(ToolContext context) {

    List<Check> checks() {
        return List.of(catalog(), rules(), discovery(), target(), writing());
    }

    private Check catalog() {
        long entries = context.store().catalog().counts(context.environment()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Check("catalog", Verdict.OK, "The store opens and knows " + entries + " things", "");
    }

    private Check rules() {
        try {
            context.rules().inForce();
            long version = context.rules().current().number();
            return new Check("mapping rules", Verdict.OK, version == 0 ? "As configured" : "Version " + version, "");
        } catch (RulesException e) {
            return new Check(
                    "mapping rules",
                    Verdict.FAILED,
                    String.valueOf(e.getMessage()),
                    "Put an earlier version back with edit_mapping and rollbackTo.");
        }
    }

    private Check discovery() {
        return context.store()
                .catalog()
                .facts(context.environment())
                .map(LastKnownState::discovery)
                .orElse(new Check(
                        "last discovery",
                        Verdict.WARNING,
                        "Nothing has been discovered yet",
                        "Call plan_sync; it discovers the tenant and changes nothing."));
    }

    private static Check discovery(SnapshotFacts facts) {
        String message =
                "Tenant " + facts.tenant() + " was read at " + facts.takenAt() + ": " + facts.assets() + " assets";
        return facts.complete()
                ? new Check("last discovery", Verdict.OK, message, "")
                : new Check(
                        "last discovery",
                        Verdict.WARNING,
                        message + ", but " + facts.gaps().size() + " parts could not be read",
                        "get_sync_status names them and why; nothing is deleted while they are missing.");
    }

    private Check target() {
        Optional<Run> last =
                context.store().runs().recent(context.environment(), 1).stream().findFirst();
        return last.map(this::target)
                .orElse(new Check("last run", Verdict.SKIPPED, "Nothing was written to Glue yet", ""));
    }

    private Check target(Run run) {
        String name = "last run";
        String message = "Run " + run.id() + " of " + run.startedAt() + ": "
                + run.outcome().label();
        if (run.outcome() == RunOutcome.DONE) {
            return new Check(name, Verdict.OK, message, "");
        }
        return run.outcome() == RunOutcome.RUNNING
                ? new Check(name, Verdict.WARNING, message, "If its process was stopped, plan_sync finds what remains.")
                : new Check(
                        name,
                        Verdict.WARNING,
                        message + why(run),
                        "Call plan_sync to see what remains; live=true checks permissions.");
    }

    private String why(Run run) {
        List<ChangeOutcome> undone = context.store().runs().notApplied(run.id(), 1);
        return undone.isEmpty()
                ? ""
                : "; " + undone.get(0).subject() + ": " + undone.get(0).message();
    }

    private Check writing() {
        return switch (context.permission()) {
            case NEVER -> new Check("writing", Verdict.OK, "The environment is read-only", "");
            case BY_PERSON -> new Check("writing", Verdict.OK, "A person applies plans at the command line", "");
            case ALLOWED -> new Check("writing", Verdict.OK, "Plans may be applied", "");
        };
    }
}
