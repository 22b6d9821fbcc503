package io.catalogbridge.server.surface;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tool answers.
 *
 * @param content    for people and for models that read no structure; usually one line
 * @param structured the result; conforms to the tool's output schema, and is empty where the tool has none. Fields without a
 *     value are left out: schemas that allow null are refused by some model providers.
 * @param task       the task that will have the result; absent if this is the result
 */
public record ToolResult(
        List<Content> content,
        ObjectNode structured,
        @Nullable String task) {

    private static final JsonMapper JSON = new JsonMapper();

    public ToolResult {
        content = List.copyOf(content);
        structured = structured.deepCopy();
        leaveOutNulls(structured);
    }

    /** A structured result and the line that sums it up. */
    public ToolResult(String summary, ObjectNode structured) {
        this(List.of(new Content.Text(summary)), structured, null);
    }

    /** Nothing but content. */
    public static ToolResult of(Content... content) {
        return new ToolResult(List.of(content), JSON.createObjectNode(), null);
    }

    /** The work goes on as a task; only for callers that accept one. */
    public static ToolResult task(String id) {
        return new ToolResult(List.of(), JSON.createObjectNode(), id);
    }

    /** The same with links to resources that tell more. */
    public ToolResult with(Content... more) {
        List<Content> all = new java.util.ArrayList<>(content);
        all.addAll(List.of(more));
        return new ToolResult(all, structured, task);
    }

    /** The text of the content. */
    public String summary() {
        return content.stream()
                .filter(Content.Text.class::isInstance)
                .map(each -> ((Content.Text) each).text())
                .reduce((first, second) -> first + "\n" + second)
                .orElse("");
    }

    private static void leaveOutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(ToolResult::leaveOutNulls);
    }
}
