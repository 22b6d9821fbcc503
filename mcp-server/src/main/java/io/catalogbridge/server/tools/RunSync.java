package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.Plans.PlanLine;
import io.catalogbridge.server.store.Plans.StoredPlan;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.sync.BackgroundWork;
import io.catalogbridge.server.sync.Job;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.util.List;
import java.util.Optional;

/** {@code run_sync}: applies a stored plan in the background, and waits for it as long as callers usually do. */
final class RunSync implements Tool {

    private static final int RECENT_PLANS = 3;
    private static final int TEXT_LENGTH = 200;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "run_sync",
            "Run synchronisation",
            "Applies a plan of plan_sync to AWS Glue, exactly, once the user has agreed to it. Whatever changed in Glue since"
                    + " the plan was made is left alone and reported as a conflict. Deletes are confirmed by the user, or with"
                    + " confirmDeletes where the client cannot ask. Running a plan again does nothing twice. A long run goes on"
                    + " in the background: get_sync_status follows it, cancel_sync stops it.",
            Schemas.object(
                    List.of("planId"),
                    Schemas.text("planId", "As plan_sync returned it."),
                    Schemas.whole(
                            "confirmDeletes",
                            "The number of deletes in the plan, agreed to by the user.",
                            0,
                            1_000_000,
                            0)),
            RunAnswer.OUTPUT,
            ToolDefinition.Effect.WRITE);

    private final ToolContext context;

    RunSync(ToolContext context) {
        this.context = context;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    /**
     * Asks before anything is changed, since asking may end the call and make it anew. A caller that loses interest while it
     * waits wants the work to stop, so the run is stopped at its next safe point.
     */
    @Override
    public ToolResult call(ToolCall call) {
        String planId = call.arguments().text("planId");
        StoredPlan stored = plan(planId);
        requirePermission(planId);
        Optional<Run> before = applied(stored);
        if (before.isPresent()) {
            return RunAnswer.again(before.get(), context.store());
        }
        DeletesConfirmation.of(stored.plan()).require(call);
        Job job = context.jobs().start(planId, call.principal());
        return call.acceptsTask() ? ToolResult.task(job.runId()) : await(job, call);
    }

    private ToolResult await(Job job, ToolCall call) {
        BackgroundWork.Listening following = job.follow(call.progress());
        try {
            boolean ended = context.patience().await(job, call.progress());
            if (!ended && call.progress().cancelled()) {
                context.jobs().cancel(job.runId(), call.principal());
            }
        } finally {
            following.close();
        }
        return RunAnswer.of(context.store().runs().find(job.runId()).orElseThrow(), context.store());
    }

    /** A caller that has lost the answer asks again; the plan has become younger if it was made anew since. */
    private Optional<Run> applied(StoredPlan stored) {
        return context.store()
                .runs()
                .latestOf(stored.plan().id())
                .filter(run ->
                        run.outcome() == RunOutcome.DONE && !run.startedAt().isBefore(stored.createdAt()));
    }

    private StoredPlan plan(String planId) {
        return context.store()
                .plans()
                .find(planId)
                .filter(stored -> stored.plan().environment().equals(context.environment()))
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
}
