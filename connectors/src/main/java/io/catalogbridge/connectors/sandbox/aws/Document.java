package io.catalogbridge.connectors.sandbox.aws;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * One stored JSON object, held as its text: a tree of a wide table takes several times the memory, and most documents are only
 * ever sent as they are. Immutable.
 */
final class Document {

    private final byte[] json;

    private Document(byte[] json) {
        this.json = json;
    }

    static Document of(ObjectNode tree) {
        return new Document(Json.MAPPER.writeValueAsBytes(tree));
    }

    /** Takes the text of a JSON object, which the caller has checked and gives away. */
    static Document ofJson(byte[] json) {
        return new Document(json);
    }

    /** A fresh tree that the caller may change. */
    ObjectNode tree() {
        return (ObjectNode) Json.MAPPER.readTree(json);
    }

    /** The text, to be embedded in an answer without being parsed. */
    RawValue raw() {
        return new RawValue(new String(json, StandardCharsets.UTF_8));
    }
}
