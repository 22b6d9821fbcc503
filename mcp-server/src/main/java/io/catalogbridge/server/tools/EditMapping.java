package io.catalogbridge.server.tools;

import io.catalogbridge.server.rules.RuleSet;
import io.catalogbridge.server.rules.RuleTrial;
import io.catalogbridge.server.rules.RuleVersion;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code edit_mapping}: stores a new version of the mapping rules. */
final class EditMapping implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TEXT_LENGTH = 300;
    private static final int MAX_REASON = 500;
    private static final int MANY = 1_000_000_000;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "edit_mapping",
            "Edit mapping rules",
            "Stores a change of the mapping rules as a new version, once the user has seen test_mapping and agreed. The next"
                    + " plan_sync uses it; Glue is not touched before a plan is run. Audited, and taken back with rollbackTo.",
            Schemas.object(
                    List.of("reason", "expectedVersion"),
                    RuleArguments.properties(
                            Schemas.text("reason", "Why, for the audit trail."),
                            Schemas.whole("expectedVersion", "baseVersion of test_mapping.", 0, MANY),
                            Schemas.whole(
                                    "confirmUnwanted",
                                    "unwanted of test_mapping, agreed to by the user.",
                                    0,
                                    MANY,
                                    0))),
            Schemas.object(
                    List.of("version", "actor", "at", "reason", "differences", "unwanted", "next"),
                    Schemas.count("version"),
                    Schemas.text("actor", ""),
                    Schemas.text("at", ""),
                    Schemas.text("reason", ""),
                    Schemas.texts("differences", "from the version before"),
                    Schemas.count("unwanted"),
                    Schemas.text("next", "")),
            ToolDefinition.Effect.EDIT);

    private final ToolContext context;

    EditMapping(ToolContext context) {
        this.context = context;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        ToolArguments arguments = call.arguments();
        String reason = reason(arguments);
        long expected = expected(arguments);
        context.rules().requireCurrent(expected);
        RuleSet rules = RuleArguments.read(arguments, context.rules()).rules();
        long unwanted = unwanted(rules);
        requireConfirmation(unwanted, arguments.whole("confirmUnwanted", 0, 0, MANY), call);
        return render(context.rules().edit(rules, expected, call.principal(), reason), unwanted);
    }

    private static String reason(ToolArguments arguments) {
        String reason = arguments.text("reason").strip();
        if (reason.isEmpty() || reason.length() > MAX_REASON) {
            throw ToolFailure.invalid("the argument 'reason' must have 1 to " + MAX_REASON + " characters");
        }
        return String.valueOf(SafeText.of(reason, MAX_REASON));
    }

    private static long expected(ToolArguments arguments) {
        if (arguments.values().get("expectedVersion") == null) {
            throw ToolFailure.invalid("the argument 'expectedVersion' is required; get_mappings tells the version");
        }
        return arguments.whole("expectedVersion", 0, 0, MANY);
    }

    private long unwanted(RuleSet rules) {
        return new TrialReport(RuleTrial.of(
                        context.store(),
                        context.environment(),
                        context.rules().inForce(),
                        rules.on(context.rules().configured())))
                .unwanted();
    }

    private static void requireConfirmation(long unwanted, long confirmed, ToolCall call) {
        if (unwanted == confirmed) {
            return;
        }
        Reply reply = call.ask(question(unwanted));
        if (reply.accepted() && Boolean.TRUE.equals(reply.content().get("confirm"))) {
            return;
        }
        if (reply.kind() == Reply.Kind.UNAVAILABLE) {
            throw new ToolFailure(
                    "CONFIRMATION_REQUIRED",
                    "With these rules, " + unwanted + " objects that we wrote to Glue would be wanted no more, but"
                            + " confirmUnwanted is " + confirmed
                            + ". Ask the user, then call again with confirmUnwanted="
                            + unwanted + ".",
                    false,
                    List.of("test_mapping shows what they are"),
                    "test_mapping");
        }
        throw new ToolFailure(
                "DECLINED", "The user did not agree; the rules stay as they are.", false, List.of(), null);
    }

    private static Question question(long unwanted) {
        return Question.form(
                "unwanted-" + unwanted,
                "With these mapping rules, " + unwanted
                        + " objects that Catalog Bridge wrote to Glue would be wanted no more, and later plans may delete them."
                        + " Change the rules?",
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("confirm", Map.of("type", "boolean", "title", "Change the rules")),
                        "required",
                        List.of("confirm")));
    }

    private static ToolResult render(RuleVersion version, long unwanted) {
        ObjectNode result = JSON.createObjectNode();
        into(result, version);
        result.put("unwanted", unwanted)
                .put(
                        "next",
                        "Call plan_sync: it uses the new rules and shows what they change in Glue. To take them back, call"
                                + " edit_mapping with rollbackTo=" + (version.number() - 1) + ".");
        return new ToolResult(
                "Mapping rules are now at version " + version.number() + ": "
                        + shown(String.join("; ", version.differences())),
                result);
    }

    /** How a version came about. */
    static void into(ObjectNode node, RuleVersion version) {
        node.put("version", version.number());
        version.edit()
                .ifPresent(edit -> node.put("actor", SafeText.of(edit.actor(), TEXT_LENGTH))
                        .put("at", edit.at().toString())
                        .put("reason", SafeText.of(edit.reason(), TEXT_LENGTH)));
        ArrayNode differences = node.putArray("differences");
        version.differences().forEach(each -> differences.add(shown(each)));
    }

    static @Nullable String shown(String difference) {
        return SafeText.of(difference, TEXT_LENGTH);
    }
}
