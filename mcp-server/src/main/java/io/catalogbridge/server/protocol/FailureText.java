package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ToolFailure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Failures as a model reads them: {@code {code, message, retryable, retryAfterSeconds?, suggestions[], nextTool?}}. */
final class FailureText {

    private static final JsonMapper JSON = new JsonMapper();

    private FailureText() {}

    static String of(ToolFailure failure) {
        ObjectNode node = JSON.createObjectNode()
                .put("code", failure.code())
                .put("message", failure.getMessage())
                .put("retryable", failure.retryable());
        if (failure.retryAfterSeconds() != null) {
            node.put("retryAfterSeconds", failure.retryAfterSeconds());
        }
        ArrayNode suggestions = node.putArray("suggestions");
        failure.suggestions().forEach(suggestions::add);
        if (failure.nextTool() != null) {
            node.put("nextTool", failure.nextTool());
        }
        return node.toString();
    }
}
