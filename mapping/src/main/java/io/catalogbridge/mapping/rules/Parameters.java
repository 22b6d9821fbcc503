package io.catalogbridge.mapping.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Collects the parameters of one object: leaves out what is empty, fits what is too long for Glue and remembers that. */
final class Parameters {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> cut = new ArrayList<>(0);

    Parameters text(ParameterKey key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            put(key.key(), TextRules.exact(value));
        }
        return this;
    }

    Parameters flag(ParameterKey key, boolean set) {
        return text(key, set ? "true" : "");
    }

    Parameters list(ParameterKey key, Collection<String> items) {
        return objects(key, items, JsonNodeFactory.instance::stringNode);
    }

    /** A JSON array; where it is too long, its length alone. */
    <T> Parameters objects(ParameterKey key, Collection<T> items, Function<? super T, ? extends JsonNode> toJson) {
        if (!items.isEmpty()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
            items.forEach(item -> array.add(toJson.apply(item)));
            json(
                    key.key(),
                    array,
                    JsonNodeFactory.instance.objectNode().put("cut", true).put("entries", items.size()));
        }
        return this;
    }

    /** A JSON value, or the shorter one if it is too long for Glue. */
    Parameters json(String key, JsonNode value, ObjectNode shorter) {
        String text = TextRules.exact(value.toString());
        if (TextRules.fits(text, TextRules.VALUE_BYTES)) {
            values.put(key, text);
        } else {
            put(key, TextRules.exact(shorter.toString()));
            cut.add(key);
        }
        return this;
    }

    private void put(String key, String text) {
        if (TextRules.fits(text, TextRules.VALUE_BYTES)) {
            values.put(key, text);
        } else {
            String marker = "\n/* cut by Catalog Bridge: the whole text has " + text.length() + " characters */";
            values.put(key, TextRules.fit(text, TextRules.VALUE_BYTES, marker).text());
            cut.add(key);
        }
    }

    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The parameters that do not hold everything they should. */
    List<String> cut() {
        return Collections.unmodifiableList(cut);
    }
}
