package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.DataType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the type of an element: built in, derived from a type of the same document, the type of another element, an array or
 * a structure. An enumeration has the type of its values.
 */
final class TypeReader {

    private static final List<String> FACETS = List.of("length", "precision", "scale", "srid");

    private final JsonNode definitions;

    /** Finds derived types among the given definitions of the same document. */
    TypeReader(JsonNode definitions) {
        this.definitions = definitions;
    }

    static boolean isAssociation(JsonNode element) {
        String type = Json.text(element, "type");
        return "cds.Association".equals(type) || "cds.Composition".equals(type) || element.has("target");
    }

    /** Empty if the element states no type. */
    Optional<DataType> read(JsonNode element) {
        return read(element, new Descent());
    }

    /** The element with the annotations that it does not have itself but its type. */
    JsonNode annotated(JsonNode element) {
        return annotated(element, new Descent());
    }

    private JsonNode annotated(JsonNode element, Descent descent) {
        String name = Json.textOrEmpty(element.path("type"));
        JsonNode type = definitions.path(name);
        if (!type.isObject() || !element.isObject() || !descent.enter(name)) {
            return element;
        }
        ObjectNode merged = ((ObjectNode) element).objectNode();
        Json.members(annotated(type, descent)).stream()
                .filter(member ->
                        member.getKey().startsWith("@") || member.getKey().equals("doc"))
                .forEach(member -> merged.set(member.getKey(), member.getValue()));
        descent.leave(name);
        return merged.setAll((ObjectNode) element);
    }

    private Optional<DataType> read(JsonNode element, Descent descent) {
        JsonNode type = element.path("type");
        if (type.isString()) {
            return Optional.of(named(type.stringValue(), element, descent));
        }
        if (type.path("ref").isArray()) {
            return Optional.of(referenced(type.path("ref"), descent));
        }
        return anonymous(element, descent);
    }

    private Optional<DataType> anonymous(JsonNode element, Descent descent) {
        if (element.path("items").isObject()) {
            return Optional.of(new DataType.ListOf(orUnknown(read(element.path("items"), descent), "items")));
        }
        if (element.path("elements").isObject()) {
            return Optional.of(structure(element.path("elements"), descent));
        }
        return Optional.empty();
    }

    private DataType structure(JsonNode elements, Descent descent) {
        return new DataType.Structure(Json.members(elements).stream()
                .filter(part -> !isAssociation(part.getValue()))
                .map(part -> new DataType.Structure.Field(
                        part.getKey(), orUnknown(read(part.getValue(), descent), part.getKey())))
                .toList());
    }

    private DataType named(String name, JsonNode facets, Descent descent) {
        return CsnTypes.builtIn(name, facets).orElseGet(() -> derived(name, facets, descent));
    }

    private DataType derived(String name, JsonNode facets, Descent descent) {
        JsonNode definition = definitions.path(name);
        if (!definition.isObject() || !descent.enter(name)) {
            return new DataType.Unknown(name);
        }
        DataType type = orUnknown(read(withFacets(definition, facets), descent), name);
        descent.leave(name);
        return type;
    }

    /** What an element states about length and precision goes before what its type states. */
    private static JsonNode withFacets(JsonNode definition, JsonNode facets) {
        ObjectNode merged = ((ObjectNode) definition).objectNode();
        merged.setAll((ObjectNode) definition);
        FACETS.stream().filter(facets::has).forEach(facet -> merged.set(facet, facets.path(facet)));
        return merged;
    }

    private DataType referenced(JsonNode path, Descent descent) {
        String spelling = String.join(".", Annotations.values(path));
        JsonNode target = definitions.path(Json.textOrEmpty(path.path(0)));
        for (int i = 1; i < path.size(); i++) {
            target = target.path("elements").path(Json.textOrEmpty(path.path(i)));
        }
        if (!target.isObject() || !descent.enter(spelling)) {
            return new DataType.Unknown(spelling);
        }
        DataType type = orUnknown(read(target, descent), spelling);
        descent.leave(spelling);
        return type;
    }

    private static DataType orUnknown(Optional<DataType> type, String spelling) {
        return type.orElseGet(() -> new DataType.Unknown(spelling));
    }
}
