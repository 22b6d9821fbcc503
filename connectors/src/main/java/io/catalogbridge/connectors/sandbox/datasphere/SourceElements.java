package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds where a column's type comes from: elements of analytic models have none of their own.
 *
 * @param definitions what a name in a query means
 */
record SourceElements(Function<String, Optional<ObjectNode>> definitions) {

    private static final int MAX_STEPS = 12;

    /** The typed element behind a column, the column's own element when there is none to be found. */
    ObjectNode of(ObjectNode entity, String column) {
        return typed(entity, column, MAX_STEPS).orElseGet(() -> Json.child(entity.path("elements"), column));
    }

    private Optional<ObjectNode> typed(ObjectNode entity, String column, int stepsLeft) {
        ObjectNode own = Json.child(entity.path("elements"), column);
        if (own.has("type")) {
            return Optional.of(own);
        }
        return stepsLeft == 0
                ? Optional.empty()
                : reference(entity, column).flatMap(ref -> behind(entity, ref, stepsLeft - 1));
    }

    private Optional<ObjectNode> behind(ObjectNode entity, JsonNode reference, int stepsLeft) {
        String sourceColumn = reference.path(reference.size() - 1).stringValue("");
        String sourceName = reference.size() > 1
                ? sourceCalled(entity, reference.path(reference.size() - 2).stringValue(""))
                : fromName(select(entity).path("from"));
        return definitions.apply(sourceName).flatMap(source -> typed(source, sourceColumn, stepsLeft));
    }

    private static Optional<JsonNode> reference(ObjectNode entity, String column) {
        return select(entity)
                .path("columns")
                .valueStream()
                .filter(selected -> column.equals(resultName(selected)))
                .map(selected -> selected.path("ref"))
                .filter(JsonNode::isArray)
                .findFirst();
    }

    private static String resultName(JsonNode selected) {
        JsonNode reference = selected.path("ref");
        return Json.text(selected, "as")
                .orElseGet(() -> reference.path(reference.size() - 1).stringValue(""));
    }

    /** What an alias, an association of the query or an association of the entity leads to. */
    private static String sourceCalled(ObjectNode entity, String alias) {
        JsonNode select = select(entity);
        return sources(select.path("from"))
                .filter(source -> alias.equals(Json.text(source, "as").orElseGet(() -> fromName(source))))
                .map(SourceElements::fromName)
                .findFirst()
                .or(() -> Json.text(select.path("mixin").path(alias), "target"))
                .or(() -> Json.text(entity.path("elements").path(alias), "target"))
                .orElse(alias);
    }

    private static Stream<JsonNode> sources(JsonNode from) {
        return from.has("args") ? from.path("args").valueStream().flatMap(SourceElements::sources) : Stream.of(from);
    }

    private static String fromName(JsonNode from) {
        return from.path("ref").path(0).stringValue("");
    }

    private static JsonNode select(ObjectNode entity) {
        return entity.path("query").path("SELECT");
    }
}
