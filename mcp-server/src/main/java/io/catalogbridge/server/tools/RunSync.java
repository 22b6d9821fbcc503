package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.store.Plans.PlanLine;
import io.catalogbridge.server.store.Plans.StoredPlan;
import io.catalogbridge.server.store.Runs.ChangeOutcome;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.sync.ApplyResult;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code run_sync}: applies a stored plan. */
final class RunSync implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 50;
    private static final int RECENT_PLANS = 3;
    private static final int NAMED_DELETES = 10;
    private static final int TEXT_LENGTH = 200;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "run_sync",
            "Run synchronisation",
            "Applies a plan of plan_sync to AWS Glue, exactly, once the user has agreed to it. Whatever changed in Glue since"
                    + " the plan was made is left alone and reported as a conflict. A plan that deletes needs confirmDeletes."
                    + " Running a plan again does nothing twice. Afterwards, get_sync_status shows the run.",
            Schemas.object(
                    List.of("planId"),
                    Schemas.text("planId", "As plan_sync returned it."),
                    Schemas.whole(
                            "confirmDeletes",
                            "The number of deletes in the plan, agreed to by the user.",
                            0,
                            1_000_000,
                            0)),
            Schemas.object(
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
                    Schemas.text("outcome", "done, partial or failed"),
                    Schemas.count("applied"),
                    Schemas.count("conflicts"),
                    Schemas.count("rejected"),
                    Schemas.count("unknown"),
                    Schemas.counts("calls", "to Glue, by operation"),
                    Schemas.list("notApplied", notApplied()),
                    Schemas.texts("different", "what differs from what was just written"),
                    Schemas.flag("truncated", ""),
                    Schemas.text("next", "")),
            ToolDefinition.Effect.WRITE);

    private final ToolContext context;

    RunSync(ToolContext context) {
        this.context = context;
    }

    private static Map<String, Object> notApplied() {
        return Schemas.object(
                List.of("change", "subject", "outcome", "message"),
                Schemas.text("change", ""),
                Schemas.text("subject", ""),
                Schemas.text("outcome", ""),
                Schemas.text("message", ""));
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        String planId = call.arguments().text("planId");
        Plan plan = plan(planId);
        requirePermission(planId);
        requireConfirmation(plan, call.arguments().whole("confirmDeletes", 0, 0, Integer.MAX_VALUE));
        ApplyResult result = context.engine().apply(planId, call.principal(), call.progress());
        return new ToolResult(summary(result), render(result));
    }

    private Plan plan(String planId) {
        return context.store()
                .plans()
                .find(planId)
                .map(StoredPlan::plan)
                .filter(plan -> plan.environment().equals(context.environment()))
                .orElseThrow(() -> new ToolFailure(
                        "NOT_FOUND",
                        "There is no plan '" + SafeText.of(planId, TEXT_LENGTH) + "' for environment "
                                + context.environment() + ".",
                        false,
                        recentPlans(),
                        "plan_sync"));
    }

    private List<String> recentPlans() {
        return context.store().plans().recent(context.environment(), RECENT_PLANS).stream()
                .map(PlanLine::id)
                .toList();
    }

    private void requirePermission(String planId) {
        if (context.permission() == WritePermission.BY_PERSON) {
            throw new ToolFailure(
                    "APPROVAL_REQUIRED",
                    "Environment " + context.environment() + " wants a person to apply plans.",
                    false,
                    List.of("Ask the user to run: " + commandLine(planId, context.environment())),
                    null);
        }
        if (context.permission() == WritePermission.NEVER) {
            throw new ToolFailure(
                    "READ_ONLY", "Environment " + context.environment() + " is read-only.", false, List.of(), null);
        }
    }

    /** What a person types to apply a plan. */
    static String commandLine(String planId, String environment) {
        return "catalog-bridge apply " + planId + " --env " + environment;
    }

    private static void requireConfirmation(Plan plan, int confirmed) {
        long deletes = PlanSync.deletes(plan);
        if (deletes == confirmed) {
            return;
        }
        List<String> named = plan.changes().stream()
                .filter(PlanSync::deletes)
                .map(Change::subject)
                .limit(NAMED_DELETES)
                .map(subject -> "deletes " + subject)
                .toList();
        throw new ToolFailure(
                "CONFIRMATION_REQUIRED",
                "The plan deletes " + deletes + " objects, but confirmDeletes is " + confirmed
                        + ". Ask the user, then call again with confirmDeletes=" + deletes + ".",
                false,
                named,
                "run_sync");
    }

    private static String summary(ApplyResult result) {
        return "Run " + result.runId() + " " + result.outcome().label() + ": "
                + result.tally().applied() + " applied, "
                + result.tally().conflicts() + " conflicts, " + result.tally().rejected() + " rejected, "
                + result.tally().unknown() + " unknown";
    }

    private static ObjectNode render(ApplyResult result) {
        ObjectNode node = JSON.createObjectNode()
                .put("runId", result.runId())
                .put("planId", result.planId())
                .put("outcome", result.outcome().label())
                .put("applied", result.tally().applied())
                .put("conflicts", result.tally().conflicts())
                .put("rejected", result.tally().rejected())
                .put("unknown", result.tally().unknown());
        result.calls().byOperation().forEach(node.putObject("calls")::put);
        boolean cut = new ResultBudget()
                .fill(node.putArray("notApplied"), result.notApplied(), SHOWN, 0.8, RunSync::notApplied);
        ArrayNode different = node.putArray("different");
        result.different().stream().limit(NAMED_DELETES).forEach(each -> different.add(SafeText.of(each, TEXT_LENGTH)));
        return node.put("truncated", cut || result.different().size() > NAMED_DELETES)
                .put("next", next(result));
    }

    private static ObjectNode notApplied(ChangeOutcome change) {
        return JSON.createObjectNode()
                .put("change", change.change())
                .put("subject", change.subject())
                .put("outcome", change.outcome())
                .put("message", SafeText.of(change.message(), TEXT_LENGTH));
    }

    private static String next(ApplyResult result) {
        return result.outcome() == RunOutcome.DONE
                ? "Everything was applied."
                : "Call plan_sync to see what remains; tell the user what was not applied and why.";
    }
}
