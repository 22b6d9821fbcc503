package io.catalogbridge.mapping.csn;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in words what a document is, for messages about documents that are not what they should be. */
final class Shapes {

    private static final int SHOWN_KEYS = 5;

    private Shapes() {}

    static String describe(JsonNode document) {
        if (document.isObject()) {
            List<String> keys =
                    Json.members(document).stream().map(Map.Entry::getKey).toList();
            return keys.isEmpty() ? "an empty object" : "an object with " + shown(keys);
        }
        return switch (document.getNodeType()) {
            case ARRAY -> "an array of " + document.size();
            case STRING -> "a text";
            case MISSING, NULL -> "nothing";
            default -> "a single value";
        };
    }

    private static String shown(List<String> keys) {
        String some = keys.stream()
                .limit(SHOWN_KEYS)
                .map(key -> key.length() > 40 ? key.substring(0, 40) + "..." : key)
                .map(Prose::clean)
                .collect(Collectors.joining(", "));
        return keys.size() > SHOWN_KEYS ? some + " and " + (keys.size() - SHOWN_KEYS) + " more keys" : some;
    }
}
