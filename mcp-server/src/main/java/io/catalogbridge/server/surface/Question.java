package io.catalogbridge.server.surface;

import java.util.Map;

/**
 * Something only the client, or the person in front of it, can answer.
 *
 * @param key        tells the questions of one call apart; the same for the same question
 * @param capability what the client must have declared to be asked, such as {@code elicitation}
 * @param method     the request the client answers, such as {@code elicitation/create}
 * @param params     of that request
 * @param bound      whether a reply counts only if this very question was put before: so for whatever has consequences
 */
public record Question(String key, String capability, String method, Map<String, Object> params, boolean bound) {

    public Question {
        params = Map.copyOf(params);
    }

    /**
     * A form for a person to fill in. Never asks for secrets.
     *
     * @param schema JSON Schema of a flat object of texts, numbers, flags and choices
     */
    public static Question form(String key, String message, Map<String, Object> schema) {
        return new Question(
                key,
                "elicitation",
                "elicitation/create",
                Map.of("mode", "form", "message", message, "requestedSchema", schema),
                true);
    }
}
