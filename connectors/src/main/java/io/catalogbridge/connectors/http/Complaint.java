package io.catalogbridge.connectors.http;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the other side says is wrong: {@code {"error":{"code","message"}}}, OAuth's {@code {"error","error_description"}}
 * or {@code {"code","message"}}.
 *
 * @param code    machine-readable; empty if none was given
 * @param message for people, redacted; empty if none was given
 */
record Complaint(String code, String message) {

    private static final Complaint NONE = new Complaint("", "");
    private static final JsonMapper JSON = JsonMapper.shared();

    static Complaint of(ApiAnswer answer) {
        try {
            return read(JSON.readTree(answer.body()));
        } catch (JacksonException notJson) {
            return NONE;
        }
    }

    private static Complaint read(JsonNode root) {
        JsonNode error = root.path("error").isObject() ? root.path("error") : root;
        String code = first(error.path("code"), error.path("error"));
        String message = first(error.path("error_description"), error.path("message"), error.path("details"));
        return new Complaint(Redaction.of(code), Redaction.of(message));
    }

    private static String first(JsonNode... nodes) {
        return Stream.of(nodes)
                .filter(JsonNode::isValueNode)
                .map(node -> node.asString(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Both parts for an error message, if there are any. */
    Optional<String> text() {
        String both = message.isEmpty() || message.equals(code) ? code : (code + " " + message).strip();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }
}
