package io.catalogbridge.server.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A question, the calls that answer it, and what the answers must hold.
 *
 * @param facts texts that the results hold, in any case of letters
 */
record EvaluatedQuestion(String question, List<ToolUse> calls, List<String> facts) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\d)(/.*)}");

    /** A call; a text argument {@code ${N/path}} stands for a part of the result of call N. */
    record ToolUse(String tool, Map<String, Object> arguments) {

        Map<String, Object> resolved(List<? extends JsonNode> results) {
            Map<String, Object> resolved = new LinkedHashMap<>(arguments);
            resolved.replaceAll((name, value) -> value instanceof String text ? resolved(text, results) : value);
            return resolved;
        }

        private static String resolved(String text, List<? extends JsonNode> results) {
            Matcher reference = REFERENCE.matcher(text);
            return reference.matches()
                    ? results.get(Integer.parseInt(reference.group(1)) - 1)
                            .at(reference.group(2))
                            .asString()
                    : text;
        }
    }

    static List<EvaluatedQuestion> all() throws IOException {
        try (InputStream yaml = EvaluatedQuestion.class.getResourceAsStream("/evaluation/questions.yaml")) {
            return new YAMLMapper().readValue(Objects.requireNonNull(yaml), new TypeReference<>() {});
        }
    }

    @Override
    public String toString() {
        return question;
    }
}
