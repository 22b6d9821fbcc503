package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code cancel_sync}: asks a run to stop, in whichever process it is. */
final class CancelSync implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int RECENT_RUNS = 3;
    private static final int TEXT_LENGTH = 200;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "cancel_sync",
            "Cancel synchronisation",
            "Asks a run of run_sync to stop at its next safe point, also one that another process carries out. What was"
                    + " applied stays applied and recorded; the next plan holds the rest. get_sync_status tells when it has"
                    + " stopped.",
            Schemas.object(List.of("runId"), Schemas.text("runId", "As run_sync or get_sync_status returned it.")),
            Schemas.object(
                    List.of("runId", "requested", "outcome", "applied", "next"),
                    Schemas.text("runId", ""),
                    Schemas.flag("requested", "false if the run had ended already"),
                    Schemas.text("outcome", "running until it has stopped"),
                    Schemas.count("applied"),
                    Schemas.text("next", "")),
            ToolDefinition.Effect.EDIT);

    private final ToolContext context;

    CancelSync(ToolContext context) {
        this.context = context;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        String runId = call.arguments().text("runId");
        Run run = context.jobs().cancel(runId, call.principal()).orElseThrow(() -> unknown(runId));
        ObjectNode result = JSON.createObjectNode()
                .put("runId", run.id())
                .put("requested", run.running())
                .put("outcome", run.outcome().label())
                .put("applied", run.tally().applied());
        return new ToolResult(summary(run), result.put("next", next(run)));
    }

    private static String summary(Run run) {
        return run.running()
                ? "Run " + run.id() + " was asked to stop"
                : "Run " + run.id() + " had ended already: " + run.outcome().label();
    }

    private static String next(Run run) {
        return run.running()
                ? "It stops at its next safe point; get_sync_status tells when. Then plan_sync shows what remains."
                : "Nothing to stop; plan_sync shows whether anything remains.";
    }

    private ToolFailure unknown(String runId) {
        List<String> recent = context.store().runs().recent(context.environment(), RECENT_RUNS).stream()
                .map(Run::id)
                .toList();
        return new ToolFailure(
                "NOT_FOUND",
                "There is no run '" + SafeText.of(runId, TEXT_LENGTH) + "' in environment " + context.environment()
                        + ".",
                false,
                recent,
                "get_sync_status");
    }
}
