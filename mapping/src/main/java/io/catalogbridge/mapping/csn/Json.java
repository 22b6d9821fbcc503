package io.catalogbridge.mapping.csn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads JSON that may have any shape: what is not as expected counts as absent. */
final class Json {

    private Json() {}

    /** The text of a scalar; absent for objects, arrays, null and missing nodes. */
    static @Nullable String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isNumber() || node.isBoolean() ? node.toString() : null;
    }

    static @Nullable String text(JsonNode node, String property) {
        return text(node.path(property));
    }

    /** The text of a scalar, or an empty text. */
    static String textOrEmpty(JsonNode node) {
        String text = text(node);
        return text == null ? "" : text;
    }

    static int wholeNumber(JsonNode node, int otherwise) {
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue();
        }
        String text = text(node);
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /** True for {@code true} and {@code "true"}. */
    static boolean flag(JsonNode node) {
        return "true".equalsIgnoreCase(text(node));
    }

    static Set<Map.Entry<String, JsonNode>> members(JsonNode node) {
        return node.isObject() ? node.properties() : Set.of();
    }

    /** The items of an array; anything else that is there counts as an array of one. */
    static List<JsonNode> oneOrMany(JsonNode node) {
        if (node.isArray()) {
            return List.copyOf(node.values());
        }
        return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }

    /** The tree as compact JSON, members in their order; empty if the tree cannot be written. */
    static String compact(JsonNode node) {
        try {
            return node.toString();
        } catch (JacksonException e) {
            return "";
        }
    }
}
