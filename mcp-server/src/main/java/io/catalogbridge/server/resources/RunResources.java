package io.catalogbridge.server.resources;

import io.catalogbridge.server.store.RunFailure;
import io.catalogbridge.server.store.Runs;
import io.catalogbridge.server.store.Runs.ChangeOutcome;
import io.catalogbridge.server.store.Runs.Position;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.tools.ToolContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code sync://runs/ID}: how far a run is or how it ended. */
final class RunResources implements ResourceFamily {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BEGINNING = "sync://runs/";
    private static final String MIME_TYPE = "application/json";
    private static final int LISTED = 10;
    private static final int COMPLETED = 1_000;
    private static final int NOT_APPLIED = 500;
    private static final int TEXT_LENGTH = 300;

    private static final TemplateDefinition TEMPLATE = new TemplateDefinition(
            BEGINNING + "{id}",
            "run",
            "Run",
            "How far a run of a plan is or how it ended: counts by outcome, calls, what was not applied and why. Can be"
                    + " subscribed to.",
            MIME_TYPE);

    private final ToolContext context;
    private final int bytes;

    RunResources(ToolContext context, int bytes) {
        this.context = context;
        this.bytes = bytes;
    }

    private Runs runs() {
        return context.store().runs();
    }

    @Override
    public List<ResourceDefinition> listed() {
        return runs().recent(context.environment(), LISTED).stream()
                .map(RunResources::listed)
                .toList();
    }

    private static ResourceDefinition listed(Run run) {
        return new ResourceDefinition(
                BEGINNING + run.id(),
                run.id(),
                "Run of " + run.startedAt(),
                run.outcome().label() + ", plan " + run.planId(),
                MIME_TYPE);
    }

    @Override
    public List<TemplateDefinition> templates() {
        return List.of(TEMPLATE);
    }

    @Override
    public Optional<ResourceContents> read(String uri, CallScope scope) {
        return run(uri).map(run -> ResourceContents.text(
                uri,
                MIME_TYPE,
                CappedJson.of(document(run), bytes, "plan_sync shows what remains to be done")
                        .toString()));
    }

    private Optional<Run> run(String uri) {
        return uri.startsWith(BEGINNING)
                ? runs().find(uri.substring(BEGINNING.length()))
                        .filter(run -> run.environment().equals(context.environment()))
                : Optional.empty();
    }

    private ObjectNode document(Run run) {
        ObjectNode node = JSON.createObjectNode()
                .put("runId", run.id())
                .put("planId", run.planId())
                .put("plan", "sync://plans/" + run.planId())
                .put("environment", run.environment())
                .put("actor", run.actor())
                .put("startedAt", run.startedAt().toString());
        if (run.endedAt() != null) {
            node.put("endedAt", run.endedAt().toString());
        }
        node.put("outcome", run.outcome().label())
                .put("applied", run.tally().applied())
                .put("conflicts", run.tally().conflicts())
                .put("rejected", run.tally().rejected())
                .put("unknown", run.tally().unknown());
        if (run.running()) {
            progress(node.putObject("progress"), run.position());
        }
        if (run.cancelledBy() != null) {
            node.put("cancelledBy", run.cancelledBy());
        }
        RunFailure failure = run.failure();
        if (failure != null) {
            node.putObject("failure")
                    .put("kind", failure.code())
                    .put("message", SafeText.of(failure.message(), TEXT_LENGTH))
                    .put("remedy", failure.remedy());
        }
        run.calls().byOperation().forEach(node.putObject("calls")::put);
        ArrayNode notApplied = node.putArray("notApplied");
        runs().notApplied(run.id(), NOT_APPLIED).forEach(change -> notApplied(notApplied.addObject(), change));
        return node;
    }

    private static void progress(ObjectNode node, Position position) {
        node.put("stage", position.stage()).put("done", position.done());
        if (position.total() >= 0) {
            node.put("total", position.total());
        }
    }

    private static void notApplied(ObjectNode node, ChangeOutcome change) {
        node.put("change", change.change())
                .put("subject", change.subject())
                .put("outcome", change.outcome())
                .put("message", SafeText.of(change.message(), TEXT_LENGTH));
    }

    @Override
    public Completion complete(String uriTemplate, String variable, String typed, Map<String, String> chosen) {
        return variable.equals("id")
                ? Matching.of(
                        runs().recent(context.environment(), COMPLETED).stream()
                                .map(Run::id)
                                .toList(),
                        typed)
                : Completion.NONE;
    }

    @Override
    public boolean watchable(String uri) {
        return run(uri).isPresent();
    }
}
