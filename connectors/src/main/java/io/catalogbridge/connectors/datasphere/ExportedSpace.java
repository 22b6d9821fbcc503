package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.csn.ObjectFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the files beside the exports say about a space; the shapes are those of the tenant's answers. */
final class ExportedSpace {

    private ExportedSpace() {}

    /** Reads {@code {"S":{"spaceDefinition":{…}}}}, {@code {"spaceDefinition":{…}}} or the definition itself. */
    static Space described(String name, JsonNode document) {
        JsonNode own = document.path(name).isObject() ? document.path(name) : document;
        JsonNode definition = own.path("spaceDefinition").isObject() ? own.path("spaceDefinition") : own;
        return new Space(name, text(definition, "label"), text(definition, "longDescription"), List.of());
    }

    static Space connected(String name, JsonNode document) {
        List<Space.Connection> connections = document.valueStream()
                .map(Connections::of)
                .flatMap(Optional::stream)
                .toList();
        return new Space(name, null, null, connections);
    }

    /** Rows of object lists, by technical name. */
    static Map<String, ObjectFacts> facts(JsonNode document) {
        return document.propertyStream()
                .filter(entry -> !entry.getKey().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> facts(entry.getKey(), entry.getValue())));
    }

    private static ObjectFacts facts(String name, JsonNode row) {
        ListedObject listed = ListedObject.of(name, row);
        return new ObjectFacts(
                listed.label(), null, listed.type(), listed.semanticUsage(), listed.lifecycle(), Exposure.NONE);
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isBlank() ? null : text;
    }
}
