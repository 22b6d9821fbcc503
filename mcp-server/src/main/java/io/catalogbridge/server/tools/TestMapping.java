package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.rules.RuleSet;
import io.catalogbridge.server.rules.RuleTrial;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolResult;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code test_mapping}: what other mapping rules would do. */
final class TestMapping implements Tool {

    private static final JsonMapper JSON = new JsonMapper();

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "test_mapping",
            "Test mapping rules",
            "Dry run of a change of the mapping rules: applies it to the assets of the last discovery and tells what would come"
                    + " out differently in Glue, and how much of what Glue holds would be wanted no more. Changes nothing. Use it"
                    + " before edit_mapping, with the same arguments, and show the user the result.",
            Schemas.object(List.of(), RuleArguments.properties()),
            Schemas.object(
                    Stream.concat(Stream.of("baseVersion", "differences", "next"), TrialReport.REQUIRED.stream())
                            .toList(),
                    Stream.concat(
                                    Stream.of(
                                            Schemas.count("baseVersion"),
                                            Schemas.texts("differences", "between the rules"),
                                            Schemas.text("next", "")),
                                    Stream.of(TrialReport.properties()))
                            .toArray(Schemas.Property[]::new)),
            ToolDefinition.Effect.READ);

    private final ToolContext context;

    TestMapping(ToolContext context) {
        this.context = context;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        RuleArguments change = RuleArguments.read(call.arguments(), context.rules());
        MappingRules current = context.rules().rules(change.base());
        MappingRules proposed = change.rules().on(context.rules().configured());
        TrialReport report = new TrialReport(RuleTrial.of(context.store(), context.environment(), current, proposed));
        List<String> differences = RuleSet.differences(current, proposed);
        ObjectNode result =
                JSON.createObjectNode().put("baseVersion", change.base().number());
        ArrayNode listed = result.putArray("differences");
        differences.forEach(each -> listed.add(EditMapping.shown(each)));
        report.into(result);
        return new ToolResult(
                report.summary(),
                result.put("next", next(change.base().number(), report.unwanted(), differences.isEmpty())));
    }

    private static String next(long version, long unwanted, boolean same) {
        if (same) {
            return "The rules say this already; there is nothing to edit.";
        }
        return "If the user agrees, call edit_mapping with the same change, a reason, expectedVersion=" + version
                + (unwanted == 0 ? "." : " and confirmUnwanted=" + unwanted + ".");
    }
}
