package io.catalogbridge.connectors.sandbox.aws;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of one write in the journal: a JSON array of {@code {"put": key, "value": document}} and {@code {"remove": key}} on one
 * line. Documents are cut out of it as they stand, which makes opening a large journal several times faster.
 */
final class JournalLine {

    private static final String PUT = "put";
    private static final String VALUE = "value";
    private static final String REMOVE = "remove";

    private final byte[] line;
    private final JsonParser parser;

    private JournalLine(byte[] line, JsonParser parser) {
        this.line = line;
        this.parser = parser;
    }

    /** The line with its line feed. */
    static byte[] print(List<Change> changes) {
        ArrayNode write = Json.arrayOf(changes.stream().map(JournalLine::json).toList());
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(Json.MAPPER.writeValueAsBytes(write));
        line.write('\n');
        return line.toByteArray();
    }

    /**
     * Reads a line back.
     *
     * @throws IllegalArgumentException or {@link tools.jackson.core.JacksonException} when it is not such a line
     */
    static List<Change> parse(byte[] line) {
        try (JsonParser parser = Json.MAPPER.createParser(line)) {
            return new JournalLine(line, parser).changes();
        }
    }

    private static ObjectNode json(Change change) {
        ObjectNode json = Json.object();
        if (change instanceof Change.Put put) {
            json.set(PUT, Json.texts(put.key().parts()));
            json.putRawValue(VALUE, put.document().raw());
        } else if (change instanceof Change.Remove remove) {
            json.set(REMOVE, Json.texts(remove.key().parts()));
        }
        return json;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        expect(JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            changes.add(change());
            expect(JsonToken.END_OBJECT);
        }
        require(parser.currentToken() == JsonToken.END_ARRAY);
        return changes;
    }

    private Change change() {
        String kind = parser.nextName();
        require(PUT.equals(kind) || REMOVE.equals(kind));
        Key key = key();
        return REMOVE.equals(kind) ? new Change.Remove(key) : new Change.Put(key, value());
    }

    private Key key() {
        List<String> parts = new ArrayList<>();
        expect(JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            parts.add(parser.getString());
        }
        require(parser.currentToken() == JsonToken.END_ARRAY);
        return new Key(parts);
    }

    private Document value() {
        require(VALUE.equals(parser.nextName()));
        expect(JsonToken.START_OBJECT);
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getByteOffset();
        return Document.ofJson(Arrays.copyOfRange(line, start, end));
    }

    private void expect(JsonToken token) {
        require(parser.nextToken() == token);
    }

    private void require(boolean asExpected) {
        if (!asExpected) {
            throw new IllegalArgumentException(
                    "Not a change at byte " + parser.currentLocation().getByteOffset());
        }
    }
}
