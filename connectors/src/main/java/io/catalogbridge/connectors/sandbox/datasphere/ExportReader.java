package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects the objects of one space from its files.
 *
 * <p>An export holds the named object and all it depends on, so the same object comes in several files, sometimes only
 * as a stub: the definition with the most elements wins. What is no object is noted, never dropped in silence. Not
 * thread-safe.
 */
final class ExportReader {

    private static final Set<String> DOCUMENT_PROPERTIES = Set.of("version", "meta", "$version");

    private final SortedMap<String, Found> objects = new TreeMap<>();
    private final Map<String, ObjectNode> stubs = new TreeMap<>();
    private final Map<String, ObjectNode> twins = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    void read(TenantFile file) {
        try {
            JsonNode document = file.read();
            if (document instanceof ObjectNode export && holdsObjects(export)) {
                readDefinitions(export, file);
                readFlows(export, file);
            } else {
                notes.add(file + ": holds no definitions");
            }
        } catch (IOException | JacksonException unreadable) {
            notes.add(file + ": not readable as JSON: " + firstLine(unreadable));
        }
    }

    /** All objects, with the twins of delta tables beside their owner. */
    SortedMap<String, TenantObject> objects() {
        SortedMap<String, TenantObject> complete = new TreeMap<>();
        objects.forEach((name, found) -> complete.put(name, found.object(Optional.ofNullable(twins.get(name)))));
        return complete;
    }

    /** Definitions of other spaces' objects, by qualified name. */
    Map<String, ObjectNode> stubs() {
        return stubs;
    }

    List<String> notes() {
        return notes;
    }

    private static boolean holdsObjects(ObjectNode export) {
        return export.path("definitions").isObject()
                || export.propertyNames().stream()
                        .anyMatch(root -> ObjectType.ofFlowRoot(root).isPresent());
    }

    private void readDefinitions(ObjectNode export, TenantFile file) {
        Set<String> foreignSpaces = foreignSpaces(export);
        export.path("definitions").propertyStream().forEach(entry -> {
            String name = entry.getKey();
            JsonNode definition = entry.getValue();
            if (!(definition instanceof ObjectNode entity) || !DefinitionKind.isEntity(definition)) {
                noteNonEntity(name, definition, file);
            } else if (isStub(name, definition, foreignSpaces)) {
                stubs.merge(name, entity, ExportReader::richer);
            } else if (DefinitionKind.isDeltaTwin(entity)) {
                twins.merge(ownerOf(name, entity), qualified(name, entity), ExportReader::richer);
            } else {
                ObjectType type = DefinitionKind.typeOf(name, definition, export, file.typeByFolder());
                keep(new Found(name, type, export, entity));
            }
        });
    }

    private void readFlows(ObjectNode export, TenantFile file) {
        for (ObjectType type : ObjectType.values()) {
            if (type.isFlow()) {
                export.path(type.rootKey()).propertyStream().forEach(entry -> {
                    if (entry.getValue() instanceof ObjectNode flow) {
                        keep(new Found(entry.getKey(), type, export, flow));
                    } else {
                        notes.add(file + ": " + entry.getKey() + " is no object");
                    }
                });
            }
        }
    }

    private void noteNonEntity(String name, JsonNode definition, TenantFile file) {
        String kind = Json.text(definition, "kind").orElse("without kind");
        if (!kind.equals("context")) {
            notes.add(file + ": " + name + " left out, a definition " + kind);
        }
    }

    private void keep(Found found) {
        objects.merge(found.name(), found, (first, second) -> second.isRicherThan(first) ? second : first);
    }

    private static Set<String> foreignSpaces(ObjectNode export) {
        return export.path("definitions")
                .propertyStream()
                .filter(entry -> DefinitionKind.isForeignSpace(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isStub(String name, JsonNode definition, Set<String> foreignSpaces) {
        return Json.isTrue(definition, "@cds.persistence.exists")
                && !definition.has("query")
                && foreignSpaces.stream().anyMatch(space -> name.startsWith(space + "."));
    }

    private static String ownerOf(String twinName, ObjectNode twin) {
        return Json.text(twin, "@DataWarehouse.enclosingObject").orElse(twinName.replaceFirst("_Delta$", ""));
    }

    /** A twin travels with its own name. */
    private static ObjectNode qualified(String name, ObjectNode twin) {
        ObjectNode named = Json.object();
        named.set(name, twin);
        return named;
    }

    private static ObjectNode richer(ObjectNode first, ObjectNode second) {
        return second.path("elements").size() > first.path("elements").size() ? second : first;
    }

    private static String firstLine(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private record Found(String name, ObjectType type, ObjectNode export, ObjectNode definition) {

        boolean isRicherThan(Found other) {
            int bySize = Integer.compare(richness(), other.richness());
            return bySize > 0 || (bySize == 0 && siblings() > other.siblings());
        }

        private int richness() {
            return 2 * definition.path("elements").size() + (definition.has("query") ? 1 : 0);
        }

        private long siblings() {
            return export.properties().stream()
                    .filter(root -> root.getValue().has(name))
                    .count();
        }

        TenantObject object(Optional<ObjectNode> twin) {
            Inventory inventory = Inventory.standing(name, usage());
            return TenantObject.of(name, type, inventory, body(twin));
        }

        private @Nullable String usage() {
            return type.isFlow()
                    ? null
                    : DefinitionKind.semanticUsage(definition).orElse("RelationalDataset");
        }

        /** The answer of an object read: this object alone under every root that mentions it. */
        private ObjectNode body(Optional<ObjectNode> twin) {
            ObjectNode body = Json.object();
            for (Map.Entry<String, JsonNode> root : export.properties()) {
                if (root.getKey().equals(type.rootKey())) {
                    body.putObject(root.getKey()).set(name, definition);
                } else if (DOCUMENT_PROPERTIES.contains(root.getKey())) {
                    body.set(root.getKey(), root.getValue());
                } else if (root.getValue().has(name)
                        && ObjectType.ofFlowRoot(root.getKey()).isEmpty()) {
                    body.putObject(root.getKey()).set(name, root.getValue().get(name));
                }
            }
            twin.ifPresent(named -> Json.child(body, type.rootKey()).setAll(named));
            return body;
        }
    }
}
