package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A space of invented objects, in families of ten: tables, views over them, a model over a view, flows between them. */
record GeneratedSpace(String name, long seed, int size) implements SpaceContent {

    @Override
    public ObjectNode definition() {
        return Json.object()
                .put("version", "1.0.4")
                .put("label", "Generated " + name)
                .put("longDescription", "Invented objects for trials of size");
    }

    @Override
    public ArrayNode connections() {
        return StandingConnections.usedBy(IntStream.range(0, Math.min(size, GeneratedObject.FAMILY))
                .mapToObj(this::at)
                .toList());
    }

    @Override
    public Stream<TenantObject> objects() {
        return GeneratedObject.TYPES_BY_NAME.stream()
                .flatMap(type -> IntStream.range(0, size)
                        .mapToObj(position -> new GeneratedObject(seed, position))
                        .filter(object -> object.type() == type)
                        .map(GeneratedObject::tenantObject));
    }

    @Override
    public Optional<TenantObject> object(String objectName) {
        int mark = objectName.lastIndexOf('_') + 1;
        return TenantGenerator.numberIn(objectName, objectName.substring(0, mark))
                .filter(position -> position < size)
                .map(this::at)
                .filter(object -> object.name().equals(objectName));
    }

    @Override
    public Optional<ObjectNode> foreignDefinition(String qualifiedName) {
        return Optional.empty();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    private TenantObject at(int position) {
        return new GeneratedObject(seed, position).tenantObject();
    }
}
