package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolDefinition.Effect;
import io.catalogbridge.server.surface.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A tool that takes a {@code word} and does with the call what a test wants; it answers {@code {said}}. */
public record TestingTool(ToolDefinition definition, Function<ToolCall, ToolResult> body) implements Tool {

    private static final JsonMapper JSON = new JsonMapper();

    public static TestingTool named(String name, Function<ToolCall, ToolResult> body) {
        return new TestingTool(definition(name, Effect.READ), body);
    }

    public static ToolDefinition definition(String name, Effect effect) {
        return new ToolDefinition(
                name,
                "Title of " + name,
                "Does what a test wants.",
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("word", Map.of("type", "string")),
                        "additionalProperties",
                        false),
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("said", Map.of("type", "string")),
                        "required",
                        List.of("said"),
                        "additionalProperties",
                        false),
                effect);
    }

    /** Says the word it was given. */
    public static TestingTool echo() {
        return named(
                "echo_word",
                call -> said(String.valueOf(call.arguments().values().get("word"))));
    }

    public static ToolResult said(String word) {
        return new ToolResult("said " + word, JSON.createObjectNode().put("said", word));
    }

    @Override
    public ToolResult call(ToolCall call) {
        return body.apply(call);
    }
}
