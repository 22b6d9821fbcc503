package io.catalogbridge.server.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas of tools, in few words; their fields are in the same order in every process. */
final class Schemas {

    private Schemas() {}

    /** An object with these properties and no others; {@code required} names those that must be there. */
    static Map<String, Object> object(List<String> required, Property... properties) {
        Map<String, Object> schema = open(required, properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** An object that may have other properties too. */
    static Map<String, Object> open(List<String> required, Property... properties) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (Property property : properties) {
            byName.put(property.name(), property.schema());
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!byName.isEmpty()) {
            schema.put("properties", byName);
        }
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    static Property text(String name, String description) {
        return new Property(name, described("string", description));
    }

    static Property choice(String name, String description, List<String> values) {
        Map<String, Object> schema = described("string", description);
        schema.put("enum", values);
        return new Property(name, schema);
    }

    static Property whole(String name, String description, int least, int most, int otherwise) {
        Map<String, Object> schema = described("integer", description);
        schema.put("minimum", least);
        schema.put("maximum", most);
        schema.put("default", otherwise);
        return new Property(name, schema);
    }

    /** A whole number that need not be there and has no value otherwise. */
    static Property whole(String name, String description, int least, int most) {
        Map<String, Object> schema = described("integer", description);
        schema.put("minimum", least);
        schema.put("maximum", most);
        return new Property(name, schema);
    }

    static Property count(String name) {
        return new Property(name, natural());
    }

    /** Counts by name. */
    static Property counts(String name, String description) {
        Map<String, Object> schema = described("object", description);
        schema.put("additionalProperties", natural());
        return new Property(name, schema);
    }

    static Property flag(String name, String description) {
        return new Property(name, described("boolean", description));
    }

    static Property texts(String name, String description) {
        Map<String, Object> schema = described("array", description);
        schema.put("items", Map.of("type", "string"));
        return new Property(name, schema);
    }

    static Property list(String name, Map<String, Object> items) {
        Map<String, Object> schema = described("array", "");
        schema.put("items", items);
        return new Property(name, schema);
    }

    static Property object(String name, Map<String, Object> schema) {
        return new Property(name, schema);
    }

    private static Map<String, Object> natural() {
        Map<String, Object> schema = described("integer", "");
        schema.put("minimum", 0);
        return schema;
    }

    private static Map<String, Object> described(String type, String description) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        return schema;
    }

    /** A named part of an object. */
    record Property(String name, Map<String, Object> schema) {}
}
