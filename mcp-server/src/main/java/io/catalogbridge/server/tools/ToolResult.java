package io.catalogbridge.server.tools;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tool answers.
 *
 * @param summary    one line for people and for models that read no structure
 * @param structured the result; conforms to the tool's output schema. Fields without a value are left out: schemas that allow
 *     null are refused by some model providers.
 */
public record ToolResult(String summary, ObjectNode structured) {

    public ToolResult {
        structured = structured.deepCopy();
        leaveOutNulls(structured);
    }

    private static void leaveOutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(ToolResult::leaveOutNulls);
    }
}
