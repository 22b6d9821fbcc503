package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.RulesVersions.RulesVersion;
import io.catalogbridge.server.store.RunFailure;
import io.catalogbridge.server.store.Runs.ChangeOutcome;
import io.catalogbridge.server.store.Runs.Position;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.surface.Content;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.sync.ApplyResult;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code run_sync} answers about a run, made from what the store knows of it and so the same at any time. */
final class RunAnswer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 50;
    private static final int DIFFERENT = 10;
    private static final int TEXT_LENGTH = 200;

    static final Map<String, Object> OUTPUT = Schemas.object(
            List.of(
                    "runId",
                    "planId",
                    "outcome",
                    "applied",
                    "conflicts",
                    "rejected",
                    "unknown",
                    "calls",
                    "notApplied",
                    "different",
                    "truncated",
                    "next"),
            Schemas.text("runId", ""),
            Schemas.text("planId", ""),
            Schemas.text("outcome", "done, partial, failed, cancelled; running if it goes on in the background"),
            Schemas.count("applied"),
            Schemas.count("conflicts"),
            Schemas.count("rejected"),
            Schemas.count("unknown"),
            progress(),
            Schemas.counts("calls", "to Glue, by operation"),
            Schemas.list(
                    "notApplied",
                    Schemas.object(
                            List.of("change", "subject", "outcome", "message"),
                            Schemas.text("change", ""),
                            Schemas.text("subject", ""),
                            Schemas.text("outcome", ""),
                            Schemas.text("message", ""))),
            Schemas.texts("different", "what differs from what was just written"),
            Schemas.flag("truncated", ""),
            Schemas.text("next", ""));

    private RunAnswer() {}

    /** How far a run is. */
    static Schemas.Property progress() {
        return Schemas.object(
                "progress",
                Schemas.object(
                        List.of("stage", "done"),
                        Schemas.text("stage", ""),
                        Schemas.count("done"),
                        Schemas.count("total")));
    }

    /**
     * The answer about a run, ended or not.
     *
     * @throws ToolFailure if the run could not do its work, or its process died
     */
    static ToolResult of(Run run, Store store) {
        requireSound(run);
        ToolResult result = new ToolResult(summary(run), render(run, store));
        return run.running() ? result.with(link(run)) : result;
    }

    /** The answer to whoever wants a plan applied that this run has applied. */
    static ToolResult again(Run run, Store store) {
        ObjectNode answer = render(run, store)
                .put(
                        "next",
                        "Nothing was done now: run " + run.id()
                                + " had applied this plan. plan_sync tells what changed since.");
        return new ToolResult("Applied already. " + summary(run), answer);
    }

    private static void requireSound(Run run) {
        RunFailure failure = run.failure();
        if (failure != null) {
            throw new ToolFailure(
                    failure.code(),
                    "Run " + run.id() + " failed: " + failure.message(),
                    failure.retryable(),
                    failure.remedy().isEmpty() ? List.of() : List.of(failure.remedy()),
                    null);
        }
        if (run.outcome() == RunOutcome.INTERRUPTED) {
            throw new ToolFailure(
                    "INTERRUPTED",
                    "The process that carried out run " + run.id() + " was stopped; "
                            + run.tally().applied() + " changes had been applied and recorded.",
                    false,
                    List.of("Plan again; the new plan holds what is left."),
                    "plan_sync");
        }
    }

    private static String summary(Run run) {
        return "Run " + run.id() + " " + run.outcome().label() + ": " + (run.running() ? position(run) + "; " : "")
                + run.tally().text();
    }

    /** How far a run is, in words. */
    static String position(Run run) {
        return position(run.position());
    }

    static String position(Position position) {
        String stage = position.stage().isEmpty() ? "beginning" : position.stage();
        String total = position.total() < 0 ? "" : " of " + position.total();
        return stage + (position.done() == 0 && total.isEmpty() ? "" : ", " + position.done() + total);
    }

    static ObjectNode position(Run run, ObjectNode node) {
        node.put("stage", run.position().stage()).put("done", run.position().done());
        if (run.position().total() >= 0) {
            node.put("total", run.position().total());
        }
        return node;
    }

    private static ObjectNode render(Run run, Store store) {
        ObjectNode node = JSON.createObjectNode()
                .put("runId", run.id())
                .put("planId", run.planId())
                .put("outcome", run.outcome().label())
                .put("applied", run.tally().applied())
                .put("conflicts", run.tally().conflicts())
                .put("rejected", run.tally().rejected())
                .put("unknown", run.tally().unknown());
        if (run.running()) {
            position(run, node.putObject("progress"));
        }
        run.calls().byOperation().forEach(node.putObject("calls")::put);
        List<ChangeOutcome> notApplied = store.runs().notApplied(run.id(), ApplyResult.REPORTED);
        boolean cut = new ResultBudget().fill(node.putArray("notApplied"), notApplied, SHOWN, 0.8, RunAnswer::change);
        ArrayNode different = node.putArray("different");
        run.different().stream().limit(DIFFERENT).forEach(each -> different.add(SafeText.of(each, TEXT_LENGTH)));
        return node.put("truncated", cut || run.different().size() > DIFFERENT)
                .put("next", next(run) + olderRules(run, store));
    }

    private static ObjectNode change(ChangeOutcome change) {
        return JSON.createObjectNode()
                .put("change", change.change())
                .put("subject", change.subject())
                .put("outcome", change.outcome())
                .put("message", SafeText.of(change.message(), TEXT_LENGTH));
    }

    private static String next(Run run) {
        return switch (run.outcome()) {
            case DONE -> "Everything was applied.";
            case RUNNING ->
                "The run goes on in the background; get_sync_status or " + RunUri.of(run.id())
                        + " tells how far it is, cancel_sync stops it.";
            case CANCELLED -> "It was stopped; what was applied stays. Call plan_sync to see what remains.";
            case PARTIAL, FAILED, INTERRUPTED ->
                "Call plan_sync to see what remains; tell the user what was not applied and why.";
        };
    }

    /** A plan is applied as it was agreed to, whatever the rules say by now. */
    private static String olderRules(Run run, Store store) {
        OptionalLong made = store.plans().rulesVersion(run.planId());
        long inForce = store.rules()
                .latest(run.environment())
                .map(RulesVersion::number)
                .orElse(0L);
        return made.isEmpty() || made.getAsLong() == inForce
                ? ""
                : " The plan was made from version " + made.getAsLong() + " of the mapping rules; version " + inForce
                        + " is in force, and plan_sync shows what that changes.";
    }

    private static Content link(Run run) {
        return new Content.Link(new ResourceDefinition(
                RunUri.of(run.id()),
                run.id(),
                "Run " + run.id(),
                "How far the run is, and how it ended.",
                "application/json"));
    }
}
