package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A space read from files. Its definition and its objects are read separately, each on first use, and then kept. */
final class FolderSpace implements SpaceContent {

    private static final String SPACE = "space.json";
    private static final String CONNECTIONS = "connections.json";
    private static final String INVENTORY = "inventory.json";
    private static final List<String> SIDECARS = List.of(SPACE, CONNECTIONS, INVENTORY);

    private final String name;
    private final List<TenantFile> files;
    private @Nullable ObjectNode definition;
    private @Nullable Loaded loaded;

    FolderSpace(String name, List<TenantFile> files) {
        this.name = name;
        this.files = files;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized ObjectNode definition() {
        if (definition == null) {
            definition = readDefinition();
        }
        return definition;
    }

    @Override
    public ArrayNode connections() {
        return loaded().connections();
    }

    @Override
    public Stream<TenantObject> objects() {
        return loaded().objects().values().stream();
    }

    @Override
    public Optional<TenantObject> object(String objectName) {
        return Optional.ofNullable(loaded().objects().get(objectName));
    }

    @Override
    public Optional<ObjectNode> foreignDefinition(String qualifiedName) {
        return Optional.ofNullable(loaded().stubs().get(qualifiedName));
    }

    @Override
    public List<String> notes() {
        return loaded().notes();
    }

    private synchronized Loaded loaded() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private Loaded load() {
        ExportReader reader = new ExportReader();
        files.stream()
                .filter(file -> SIDECARS.stream().noneMatch(file::isSidecar))
                .forEach(reader::read);
        List<String> notes = new ArrayList<>(reader.notes());
        SortedMap<String, TenantObject> objects = reader.objects();
        if (sidecar(INVENTORY, notes) instanceof ObjectNode inventory) {
            overlay(objects, inventory, notes);
        }
        ArrayNode connections = connections(objects, notes);
        return new Loaded(objects, reader.stubs(), connections, List.copyOf(notes));
    }

    private ArrayNode connections(SortedMap<String, TenantObject> objects, List<String> notes) {
        JsonNode given = sidecar(CONNECTIONS, notes);
        if (given instanceof ArrayNode array) {
            return array;
        }
        if (!given.isEmpty()) {
            notes.add(name + "/" + CONNECTIONS + ": holds no array");
        }
        return StandingConnections.usedBy(objects.values());
    }

    private void overlay(SortedMap<String, TenantObject> objects, ObjectNode inventory, List<String> notes) {
        inventory.properties().forEach(entry -> {
            TenantObject object = objects.get(entry.getKey());
            if (object == null) {
                notes.add(name + "/" + INVENTORY + ": no such object: " + entry.getKey());
                return;
            }
            try {
                objects.put(entry.getKey(), object.with(object.inventory().overlaid(entry.getValue())));
            } catch (DateTimeException | IllegalArgumentException invalid) {
                notes.add(name + "/" + INVENTORY + ": " + entry.getKey() + ": " + invalid.getMessage());
            }
        });
    }

    /** The file may hold the definition itself or, as in a space read, under the name of the space. */
    private ObjectNode readDefinition() {
        JsonNode given = sidecar(SPACE, new ArrayList<>());
        JsonNode inner = given.path(name).isObject() ? given.path(name) : given;
        JsonNode found = inner.path("spaceDefinition").isObject() ? inner.path("spaceDefinition") : inner;
        ObjectNode complete = Json.object();
        complete.put("version", "1.0.4").put("label", name);
        if (found instanceof ObjectNode fields) {
            complete.setAll(fields);
        }
        return complete;
    }

    private JsonNode sidecar(String fileName, List<String> notes) {
        for (TenantFile file : files) {
            if (file.isSidecar(fileName)) {
                try {
                    return file.read();
                } catch (IOException | JacksonException unreadable) {
                    notes.add(file + ": not readable as JSON");
                }
            }
        }
        return Json.object();
    }

    private record Loaded(
            SortedMap<String, TenantObject> objects,
            Map<String, ObjectNode> stubs,
            ArrayNode connections,
            List<String> notes) {}
}
