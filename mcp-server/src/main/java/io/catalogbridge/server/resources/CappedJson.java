package io.catalogbridge.server.resources;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object within a number of bytes, whatever its texts and lists. What is small stays whole; of the largest fields the
 * beginning is kept, and a field {@code truncated} says what was cut and where the rest is.
 */
final class CappedJson {

    private static final JsonMapper JSON = new JsonMapper();

    /** For the account of what was cut. */
    private static final int RESERVED = 2_000;

    private final ObjectNode whole;
    private final ObjectNode cuts = JSON.createObjectNode();

    private CappedJson(ObjectNode whole) {
        this.whole = whole;
    }

    /** The object itself if it fits. */
    static ObjectNode of(ObjectNode whole, int bytes, String whereTheRestIs) {
        return size(whole) <= bytes ? whole : new CappedJson(whole).fit(bytes - RESERVED, whereTheRestIs);
    }

    static int size(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private ObjectNode fit(int bytes, String whereTheRestIs) {
        Map<String, JsonNode> kept = kept(bytes);
        ObjectNode fitting = JSON.createObjectNode();
        whole.propertyNames().forEach(name -> fitting.set(name, kept.get(name)));
        fitting.putObject("truncated").put("rest", whereTheRestIs).set("shown", cuts);
        return fitting;
    }

    /** Each field, the smallest first, may have an equal share of what those before it left. */
    private Map<String, JsonNode> kept(int bytes) {
        List<Map.Entry<String, JsonNode>> fields = whole.properties().stream()
                .sorted(Comparator.comparingInt(field -> size(field.getValue())))
                .toList();
        Map<String, JsonNode> kept = new HashMap<>();
        int left = bytes;
        for (Map.Entry<String, JsonNode> field : fields) {
            int share = left / (fields.size() - kept.size());
            JsonNode value = size(field.getValue()) <= share ? field.getValue() : cut(field, share);
            kept.put(field.getKey(), value);
            left -= size(value) + field.getKey().length() + 4;
        }
        return kept;
    }

    private JsonNode cut(Map.Entry<String, JsonNode> field, int bytes) {
        JsonNode value = field.getValue();
        JsonNode beginning = beginning(value, bytes);
        if (value.isContainer()) {
            cuts.put(field.getKey(), beginning.size() + " of " + value.size());
        } else {
            cuts.put(field.getKey(), "the beginning");
        }
        return beginning;
    }

    private static JsonNode beginning(JsonNode value, int bytes) {
        if (value instanceof ArrayNode array) {
            return beginning(array, bytes);
        }
        return value instanceof ObjectNode object ? beginning(object, bytes) : beginning(value.asString(), bytes);
    }

    private static ArrayNode beginning(ArrayNode array, int bytes) {
        ArrayNode beginning = JSON.createArrayNode();
        int left = bytes - 2;
        for (JsonNode item : array) {
            left -= size(item) + 1;
            if (left < 0) {
                break;
            }
            beginning.add(item);
        }
        return beginning;
    }

    private static ObjectNode beginning(ObjectNode object, int bytes) {
        ObjectNode beginning = JSON.createObjectNode();
        int left = bytes - 2;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            left -= size(field.getValue()) + field.getKey().length() + 4;
            if (left < 0) {
                break;
            }
            beginning.set(field.getKey(), field.getValue());
        }
        return beginning;
    }

    /** An escaped character takes at most six bytes, two of them stand for a pair. */
    private static JsonNode beginning(String text, int bytes) {
        int most = Math.max(0, bytes / 6 - 1);
        int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return JSON.getNodeFactory().stringNode(text.substring(0, end) + "…");
    }
}
