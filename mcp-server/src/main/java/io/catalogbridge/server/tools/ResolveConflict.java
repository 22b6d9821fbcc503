package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.plan.Decision.Resolution;
import io.catalogbridge.server.store.Conflicts;
import io.catalogbridge.server.store.FoundConflict;
import io.catalogbridge.server.store.FoundConflict.State;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code resolve_conflict}: stores what a person decided on a conflict. */
final class ResolveConflict implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SUGGESTIONS = 5;
    private static final int TEXT_LENGTH = 200;

    private static final List<String> RESOLUTIONS =
            Arrays.stream(Resolution.values()).map(Resolution::label).toList();

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "resolve_conflict",
            "Resolve conflict",
            "Stores what the user decided on a conflict of list_conflicts: keep-target leaves what is in Glue, take-source"
                    + " writes what the source says with the next plan and run. Changes nothing in Glue itself. Holds for the"
                    + " values shown: if Glue changes again, the conflict comes back. Never decide without the user.",
            Schemas.object(
                    List.of("conflictId", "resolution"),
                    Schemas.text("conflictId", "As list_conflicts or plan_sync returned it."),
                    Schemas.choice("resolution", "", RESOLUTIONS),
                    Schemas.text("note", "Why, in the user's words; kept in the audit.")),
            Schemas.object(
                    List.of("conflict", "next"),
                    Schemas.object("conflict", ConflictJson.brief()),
                    Schemas.text("next", "")),
            ToolDefinition.Effect.EDIT);

    private final ToolContext context;

    ResolveConflict(ToolContext context) {
        this.context = context;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        String id = call.arguments().text("conflictId");
        Resolution resolution = Resolution.parse(call.arguments().text("resolution"))
                .orElseThrow(() -> ToolFailure.invalid(
                        "the argument 'resolution' must be one of " + String.join(", ", RESOLUTIONS)));
        if (context.store().conflicts().find(context.environment(), id).isEmpty()) {
            throw unknown(id);
        }
        String note = Optional.ofNullable(call.arguments().optionalText("note")).orElse("");
        FoundConflict decided = context.engine().conflicts().resolve(id, resolution, note, call.principal());
        ObjectNode result = JSON.createObjectNode();
        result.set("conflict", ConflictJson.of(decided));
        return new ToolResult(
                "Decided " + resolution.label() + " for " + decided.subject() + " "
                        + SafeText.of(decided.field(), TEXT_LENGTH),
                result.put("next", "plan_sync makes a plan that obeys it."));
    }

    private ToolFailure unknown(String id) {
        Conflicts.Query open = new Conflicts.Query(Optional.empty(), Optional.of(State.OPEN), SUGGESTIONS, null);
        return new ToolFailure(
                "NOT_FOUND",
                "There is no conflict '" + SafeText.of(id, TEXT_LENGTH) + "' in environment " + context.environment()
                        + "; once Glue has changed, a conflict has another id.",
                false,
                context.store().conflicts().page(context.environment(), open).items().stream()
                        .map(FoundConflict::id)
                        .toList(),
                "list_conflicts");
    }
}
