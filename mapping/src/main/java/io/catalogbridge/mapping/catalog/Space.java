package io.catalogbridge.mapping.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A space of the tenant, with the connections others made for it. */
public record Space(
        String name, @Nullable String label, @Nullable String description, List<Connection> connections) {

    public Space {
        label = BusinessContext.blankToNull(label);
        description = BusinessContext.blankToNull(description);
        connections = List.copyOf(connections);
    }

    /** A connection to another system; {@code type} is the tenant's type id, such as {@code S3}. */
    public record Connection(String name, @Nullable String label, String type) {}
}
