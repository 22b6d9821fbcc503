package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a space held before any change was made to it. Thread-safe; may be loaded on first use. */
interface SpaceContent {

    String name();

    /** The {@code spaceDefinition} of a space read: version, label, long description and so on. */
    ObjectNode definition();

    /** The answer of the connections list. */
    ArrayNode connections();

    /** Sorted by name. */
    Stream<TenantObject> objects();

    Optional<TenantObject> object(String name);

    /** The elements of another space's object, as far as this space was shown them. */
    Optional<ObjectNode> foreignDefinition(String qualifiedName);

    /** What was left out while reading, and why. */
    List<String> notes();
}
