package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.DataProcess.ColumnMapping;
import io.catalogbridge.mapping.catalog.ExternalObject;
import io.catalogbridge.mapping.csn.Draft.DraftTransfer;
import io.catalogbridge.mapping.csn.Draft.FlowContent;
import io.catalogbridge.mapping.csn.Draft.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a replication flow: each task is a pipe of its own, from one object of the source to one of the target. */
final class ReplicationFlowReader {

    private ReplicationFlowReader() {}

    static FlowContent read(JsonNode flow) {
        JsonNode contents = flow.path("contents");
        JsonNode source = first(contents.path("sourceSystem"));
        JsonNode target = first(contents.path("targetSystem"));
        List<DraftTransfer> transfers = Json.oneOrMany(contents.path("replicationTasks")).stream()
                .map(task -> transfer(task, source, target))
                .flatMap(Optional::stream)
                .toList();
        return new FlowContent(AssetKind.REPLICATION_FLOW, transfers);
    }

    private static JsonNode first(JsonNode systems) {
        return systems.isArray() ? systems.path(0) : systems;
    }

    private static Optional<DraftTransfer> transfer(JsonNode task, JsonNode source, JsonNode target) {
        Optional<Place> from = place(source, task.path("sourceObject"));
        Optional<Place> to = place(target, task.path("targetObject"));
        return from.isPresent() && to.isPresent()
                ? Optional.of(new DraftTransfer(
                        List.of(from.get()), to.get(), Json.text(task, "loadType"), columns(task), true))
                : Optional.empty();
    }

    private static Optional<Place> place(JsonNode system, JsonNode object) {
        String name = Json.textOrEmpty(object.path("name"));
        String connection = Json.textOrEmpty(system.path("connectionId"));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                connection.isEmpty() || connection.equals("$DWC")
                        ? new Place.Inside(name)
                        : new Place.Outside(new ExternalObject(
                                connection, inContainer(Json.textOrEmpty(system.path("container")), name))));
    }

    private static String inContainer(String container, String name) {
        return container.isEmpty() || name.startsWith(container)
                ? name
                : container.endsWith("/") ? container + name : container + "/" + name;
    }

    /** The columns the task maps; without a mapping, columns keep their names. */
    private static List<ColumnMapping> columns(JsonNode task) {
        JsonNode mappings = task.path("transform").path("attributeMappings");
        return mappings.isArray()
                ? mappings.values().stream()
                        .map(ReplicationFlowReader::mapping)
                        .flatMap(Optional::stream)
                        .toList()
                : sameNames(task);
    }

    private static Optional<ColumnMapping> mapping(JsonNode node) {
        Optional<String> source = Stream.of("source", "expression")
                .map(property -> Json.text(node, property))
                .filter(Objects::nonNull)
                .findFirst();
        String target = Json.text(node, "target");
        return target == null ? Optional.empty() : source.map(column -> new ColumnMapping(column, target));
    }

    private static List<ColumnMapping> sameNames(JsonNode task) {
        Set<String> columns = names(task.path("sourceObject"));
        Set<String> targets = names(task.path("targetObject"));
        return columns.stream()
                .filter(name -> targets.isEmpty() || targets.contains(name))
                .map(name -> new ColumnMapping(name, name))
                .toList();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        Json.oneOrMany(object.path("definition").path("columns")).stream()
                .map(column -> Json.text(column, "name"))
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }
}
