package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.surface.SafeText;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a thing means to people, who owns it, and what it reads and writes. */
final class BusinessFacts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LABEL_LENGTH = 200;
    private static final int REFERENCES = 20;

    private BusinessFacts() {}

    static void into(ObjectNode result, CatalogEntry entry, JsonNode detail, int descriptionLength) {
        head(result, entry, descriptionLength);
        meaning(result, detail);
    }

    private static void head(ObjectNode result, CatalogEntry entry, int length) {
        result.put("id", entry.id())
                .put("kind", entry.kind())
                .put("system", entry.system())
                .put("name", SafeText.of(entry.name(), LABEL_LENGTH))
                .put("label", SafeText.of(entry.label(), LABEL_LENGTH))
                .put("description", SafeText.of(entry.description(), length));
        put(result, "container", entry.container(), LABEL_LENGTH);
    }

    private static void meaning(ObjectNode result, JsonNode detail) {
        String usage = text(detail, "usage");
        if (!usage.isEmpty() && !usage.equals("unknown")) {
            result.put("usage", usage);
        }
        JsonNode lifecycle = detail.path("lifecycle");
        String owner =
                text(lifecycle, "changedBy").isEmpty() ? text(lifecycle, "createdBy") : text(lifecycle, "changedBy");
        put(result, "owner", owner, LABEL_LENGTH);
        if (!lifecycle.isEmpty()) {
            ObjectNode dates = result.putObject("lifecycle");
            lifecycle
                    .propertyStream()
                    .forEach(each -> put(dates, each.getKey(), each.getValue().asString(""), LABEL_LENGTH));
        }
        exposure(result, detail.path("exposure"));
        texts(result, "accessControls", detail.path("accessControls"));
        texts(result, "reads", detail.path("sources"));
        texts(result, "writes", detail.path("targets"));
        texts(result, "runs", detail.path("runs"));
        for (String count : List.of("assets", "tables")) {
            if (detail.path(count).isNumber()) {
                result.put(count, detail.get(count).asLong());
            }
        }
    }

    private static void exposure(ObjectNode result, JsonNode exposure) {
        List<String> ways = exposure.propertyStream()
                .filter(each -> each.getValue().asBoolean(false))
                .map(Map.Entry::getKey)
                .toList();
        if (!ways.isEmpty()) {
            ArrayNode exposed = result.putArray("exposed");
            ways.forEach(exposed::add);
        }
    }

    private static void texts(ObjectNode result, String field, JsonNode texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = result.putArray(field);
            texts.valueStream()
                    .limit(REFERENCES)
                    .forEach(each -> array.add(SafeText.of(each.asString(""), LABEL_LENGTH)));
            if (texts.size() > REFERENCES) {
                array.add("and " + (texts.size() - REFERENCES) + " more");
            }
        }
    }

    /** The same fields, texts capped. */
    static ObjectNode safe(JsonNode item) {
        ObjectNode node = JSON.createObjectNode();
        item.propertyStream().forEach(each -> {
            if (each.getValue().isArray()) {
                texts(node, each.getKey(), each.getValue());
            } else {
                put(node, each.getKey(), each.getValue().asString(""), LABEL_LENGTH);
            }
        });
        return node;
    }

    private static void put(ObjectNode node, String field, String text, int length) {
        if (!text.isEmpty()) {
            node.put(field, SafeText.of(text, length));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
