package io.catalogbridge.server.scenarios;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What exports hold, counted over the JSON alone and with none of the product's code: which tables there are to be, with which
 * columns, labelled how. Of an object that several files hold, the fullest definition counts; of equally full ones, what they
 * agree on.
 */
final class PlainCount {

    private final SortedMap<String, List<JsonNode>> entities = new TreeMap<>();
    private final SortedSet<String> flows = new TreeSet<>();

    void add(String space, JsonNode export) {
        JsonNode definitions = export.path("definitions");
        definitions.propertyStream().forEach(entry -> {
            if (isTable(entry.getKey(), entry.getValue(), definitions)) {
                entities.merge(id(space, entry.getKey()), List.of(entry.getValue()), PlainCount::fullest);
            }
        });
        Stream.of("dataflows", "replicationflows", "transformationflows", "taskchains")
                .flatMap(root -> export.path(root).propertyStream())
                .forEach(flow -> flows.add(id(space, flow.getKey())));
    }

    private static String id(String space, String name) {
        return "datasphere:" + space + "/" + name;
    }

    /** Not contexts, services and types, not access controls, not the change logs of delta tables, not what stands for another space's object. */
    private static boolean isTable(String name, JsonNode definition, JsonNode definitions) {
        return definition.path("kind").asString("").equals("entity")
                && !definition.has("@DataWarehouse.enclosingObject")
                && !definition.has("@DataWarehouse.dataAccessControl.definition")
                && !isStub(name, definition, definitions);
    }

    private static boolean isStub(String name, JsonNode definition, JsonNode definitions) {
        return definition.path("@cds.persistence.exists").asBoolean(false)
                && !definition.has("query")
                && definitions
                        .propertyStream()
                        .filter(other -> other.getValue().has("@DataWarehouse.space.name"))
                        .anyMatch(other -> name.startsWith(other.getKey() + "."));
    }

    private static List<JsonNode> fullest(List<JsonNode> some, List<JsonNode> others) {
        int order = Long.compare(
                columns(some.get(0)).count(), columns(others.get(0)).count());
        if (order == 0) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }
        return order > 0 ? some : others;
    }

    private static Stream<Map.Entry<String, JsonNode>> columns(JsonNode entity) {
        return entity.path("elements")
                .propertyStream()
                .filter(element ->
                        !element.getValue().path("type").asString("").matches("cds\\.(Association|Composition)"));
    }

    /** Names of columns by id of the table. */
    SortedMap<String, SortedSet<String>> columns() {
        SortedMap<String, SortedSet<String>> columns = new TreeMap<>();
        entities.forEach((id, fullest) -> columns.put(
                id, columns(fullest.get(0)).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new))));
        return columns;
    }

    /** Labels of tables by their id, and of columns by {@code id#column}, where the definition itself gives one. */
    SortedMap<String, String> labels() {
        SortedMap<String, String> labels = new TreeMap<>();
        entities.forEach((id, fullest) -> {
            Map<String, String> agreed = labels(id, fullest.get(0));
            fullest.forEach(
                    other -> agreed.entrySet().retainAll(labels(id, other).entrySet()));
            labels.putAll(agreed);
        });
        return labels;
    }

    private static Map<String, String> labels(String id, JsonNode entity) {
        Map<String, String> labels = new TreeMap<>();
        label(entity).ifPresent(label -> labels.put(id, label));
        columns(entity)
                .forEach(column ->
                        label(column.getValue()).ifPresent(label -> labels.put(id + "#" + column.getKey(), label)));
        return labels;
    }

    private static Optional<String> label(JsonNode node) {
        return Stream.of("@EndUserText.label", "@Common.Label")
                .map(annotation -> node.path(annotation).asString("").strip())
                .filter(label -> !label.isEmpty())
                .findFirst();
    }

    SortedSet<String> flows() {
        return flows;
    }
}
