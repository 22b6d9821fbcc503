package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON dialect of this package: trees, since a tenant's content is served as it was found. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The text at a property; empty when it is absent, null or no text. */
    static Optional<String> text(JsonNode node, String property) {
        JsonNode value = node.path(property);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** The value of an enumeration written {@code {"#": "VALUE"}}, or a reference written {@code {"=": "name"}}. */
    static Optional<String> tagged(JsonNode node, String property, String tag) {
        return text(node.path(property), tag);
    }

    static boolean isTrue(JsonNode node, String property) {
        return node.path(property).booleanValue(false);
    }

    /** The object at a property, an empty one when there is none. */
    static ObjectNode child(JsonNode node, String property) {
        return node.path(property) instanceof ObjectNode object ? object : object();
    }
}
