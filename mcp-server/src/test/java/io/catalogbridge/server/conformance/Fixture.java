package io.catalogbridge.server.conformance;

import io.catalogbridge.server.protocol.TestingTool;
import io.catalogbridge.server.surface.Content;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolDefinition.Effect;
import io.catalogbridge.server.surface.ToolResult;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What fixtures are made of. */
final class Fixture {

    /** One pixel. */
    static final Content PICTURE = new Content.Image(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==",
            "image/png");

    /** No sample. */
    static final Content SOUND =
            new Content.Audio("UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=", "audio/wav");

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Fixture() {}

    /** An object written as JSON, its members in the order given. */
    static Map<String, Object> object(String json) {
        return JSON.readValue(json, OBJECT);
    }

    /** A tool without arguments. */
    static Tool tool(String name, Function<ToolCall, ToolResult> body) {
        return tool(name, """
                {"type":"object","additionalProperties":false}""", body);
    }

    static Tool tool(String name, String inputSchema, Function<ToolCall, ToolResult> body) {
        return new TestingTool(
                new ToolDefinition(
                        name, name, "Does what the suite expects.", object(inputSchema), Map.of(), Effect.READ),
                body);
    }

    static ToolResult said(String text) {
        return ToolResult.of(new Content.Text(text));
    }

    static Content embedded(String uri, String mimeType, String text) {
        return new Content.Embedded(ResourceContents.text(uri, mimeType, text));
    }

    /** A form whose reply counts whoever was asked for it before. */
    static Question form(String key, String message, String schema) {
        return unbound(Question.form(key, message, object(schema)));
    }

    static Question sampling(String key, String prompt, int tokens) {
        return new Question(
                key,
                "sampling",
                "sampling/createMessage",
                Map.of(
                        "messages",
                        java.util.List.of(Map.of("role", "user", "content", Map.of("type", "text", "text", prompt))),
                        "maxTokens",
                        tokens),
                false);
    }

    static Question roots(String key) {
        return new Question(key, "roots", "roots/list", Map.of(), false);
    }

    private static Question unbound(Question question) {
        return new Question(question.key(), question.capability(), question.method(), question.params(), false);
    }
}
