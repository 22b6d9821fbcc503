package io.catalogbridge.connectors.sandbox.aws;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One step of a write, as it is kept in the journal. */
sealed interface Change {

    void applyTo(Entries entries);

    ObjectNode toJson();

    /** Stores a document, replacing the one that was there. */
    record Put(Key key, Document document) implements Change {

        @Override
        public void applyTo(Entries entries) {
            entries.put(key, document);
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = Json.object();
            json.set(PUT, Json.texts(key.parts()));
            json.putRawValue(VALUE, document.raw());
            return json;
        }
    }

    /** Removes a document and all those below it; nothing happens when there is none. */
    record Remove(Key key) implements Change {

        @Override
        public void applyTo(Entries entries) {
            entries.remove(key);
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = Json.object();
            json.set(REMOVE, Json.texts(key.parts()));
            return json;
        }
    }

    String PUT = "put";
    String VALUE = "value";
    String REMOVE = "remove";

    /**
     * Reads back what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when the JSON is not a change
     */
    static Change fromJson(JsonNode json) {
        if (json.has(REMOVE)) {
            return new Remove(key(json.path(REMOVE)));
        }
        if (json.has(PUT) && json.get(VALUE) instanceof ObjectNode value) {
            return new Put(key(json.path(PUT)), Document.of(value));
        }
        throw new IllegalArgumentException("Neither a put nor a remove");
    }

    private static Key key(JsonNode parts) {
        return new Key(parts.valueStream().map(JsonNode::asString).toList());
    }
}
