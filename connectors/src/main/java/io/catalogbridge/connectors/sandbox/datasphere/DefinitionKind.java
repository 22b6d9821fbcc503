package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells what an entry of {@code definitions} is; the order of the questions matters. */
final class DefinitionKind {

    private DefinitionKind() {}

    /** The generated table behind a table with delta capture: part of that table, not an object of its own. */
    static boolean isDeltaTwin(JsonNode definition) {
        return definition.has("@DataWarehouse.enclosingObject");
    }

    /** A context that stands for another space, rather than for a namespace. */
    static boolean isForeignSpace(JsonNode definition) {
        return isOfKind(definition, "context") && definition.has("@DataWarehouse.space.name");
    }

    static boolean isEntity(JsonNode definition) {
        return isOfKind(definition, "entity");
    }

    private static boolean isOfKind(JsonNode definition, String kind) {
        return Json.text(definition, "kind").orElse("").equals(kind);
    }

    /** The type of an entity that is neither a twin nor a stub. */
    static ObjectType typeOf(String name, JsonNode definition, JsonNode export, Optional<ObjectType> byFolder) {
        if (byFolder.filter(type -> !type.isFlow()).isPresent()) {
            return byFolder.get();
        }
        if (export.path("businessLayerDefinitions").has(name)) {
            return ObjectType.ANALYTIC_MODEL;
        }
        if (definition.has("@DataWarehouse.remote.connection")) {
            return ObjectType.REMOTE_TABLE;
        }
        if (definition.has("@DataWarehouse.delta")) {
            return ObjectType.LOCAL_TABLE;
        }
        boolean query = definition.has("query") || definition.has("@DataWarehouse.sqlEditor.query");
        return query ? ObjectType.VIEW : ObjectType.LOCAL_TABLE;
    }

    /** The {@code semanticUsage} that the object list shows. */
    static Optional<String> semanticUsage(JsonNode definition) {
        return Json.tagged(definition, "@ObjectModel.modelingPattern", "#").map(DefinitionKind::usageOf);
    }

    private static String usageOf(String modelingPattern) {
        return switch (modelingPattern) {
            case "ANALYTICAL_FACT" -> "Fact";
            case "ANALYTICAL_DIMENSION" -> "Dimension";
            case "ANALYTICAL_CUBE" -> "AnalyticalDataset";
            case "LANGUAGE_DEPENDENT_TEXT" -> "Text";
            case "PARENT_CHILD_HIERARCHY_NODE_PROVIDER" -> "Hierarchy";
            default -> "RelationalDataset";
        };
    }
}
