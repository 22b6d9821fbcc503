package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.ToolFailure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Failures as a model reads them: {@code {code, message, retryable, retryAfterSeconds?, suggestions[], nextTool?}}. However much
 * of an argument or of another system's answer a message repeats, it stays short and on one line.
 */
final class FailureText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MESSAGE_LENGTH = 1_000;
    private static final int SUGGESTIONS = 20;
    private static final int SUGGESTION_LENGTH = 300;

    private FailureText() {}

    static String of(ToolFailure failure) {
        ObjectNode node = JSON.createObjectNode()
                .put("code", failure.code())
                .put("message", SafeText.of(failure.getMessage(), MESSAGE_LENGTH))
                .put("retryable", failure.retryable());
        if (failure.retryAfterSeconds() != null) {
            node.put("retryAfterSeconds", failure.retryAfterSeconds());
        }
        ArrayNode suggestions = node.putArray("suggestions");
        failure.suggestions().stream()
                .limit(SUGGESTIONS)
                .forEach(each -> suggestions.add(SafeText.of(each, SUGGESTION_LENGTH)));
        if (failure.nextTool() != null) {
            node.put("nextTool", failure.nextTool());
        }
        return node.toString();
    }
}
