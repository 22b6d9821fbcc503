package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.Bodies;
import io.catalogbridge.connectors.http.BodyReader.MalformedBody;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The rows of one answer: an OData envelope or a bare array; tenants were met that answer the catalog with either.
 *
 * @param next     the address of the next page, if the server cut this one
 * @param envelope true if the answer promised to say so
 */
record Rows(List<JsonNode> rows, Optional<String> next, boolean envelope) {

    Rows {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a body.
     *
     * @throws MalformedBody if it is JSON of another shape, which must never pass for an empty list
     */
    static Rows read(byte[] body) throws MalformedBody {
        JsonNode root = Bodies.json(body);
        JsonNode rows = root.isArray() ? root : root.path("value");
        if (!rows.isArray()) {
            throw new MalformedBody("a list is expected, not " + root.getNodeType());
        }
        String next = root.path("@odata.nextLink").asString("");
        return new Rows(
                rows.valueStream().toList(), next.isEmpty() ? Optional.empty() : Optional.of(next), !root.isArray());
    }
}
