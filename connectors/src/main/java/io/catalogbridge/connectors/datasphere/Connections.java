package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.mapping.catalog.Space;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The rows of a connections list. */
final class Connections {

    private Connections() {}

    /** Empty if the row names no connection. */
    static Optional<Space.Connection> of(JsonNode row) {
        String name = row.path("name").asString("");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Space.Connection(
                        name,
                        row.path("businessName").asString(name),
                        row.path("typeId").asString("")));
    }
}
