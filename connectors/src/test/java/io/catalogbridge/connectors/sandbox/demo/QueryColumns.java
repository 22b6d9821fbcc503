package io.catalogbridge.connectors.sandbox.demo;

import io.catalogbridge.connectors.sandbox.demo.DemoTenant.DemoObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks that every column that a query names exists in the source it names; one instance checks one object. */
final class QueryColumns {
    private static final Set<String> CLAUSES = Set.of("columns", "where", "groupBy", "having");
    private static final Optional<Set<String>> NO_COLUMNS = Optional.of(Set.of());

    private final DemoTenant tenant;
    private final DemoObject object;
    private final Set<String> parameters;
    private final Set<String> unresolved = new TreeSet<>();

    QueryColumns(DemoTenant tenant, DemoObject object) {
        this.tenant = tenant;
        this.object = object;
        this.parameters = object.definition()
                .path("params")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The references of the query that resolve to nothing, as text. */
    Set<String> unresolved(JsonNode query) {
        query.path("SET").path("args").forEach(branch -> check(branch.path("SELECT")));
        if (query.has("SELECT")) {
            check(query.path("SELECT"));
        }
        return unresolved;
    }

    private void check(JsonNode select) {
        Map<String, Optional<Set<String>>> scope = new HashMap<>();
        addSources(select.path("from"), scope);
        scope.put("$projection", Optional.of(outputs(select)));
        select.path("mixin")
                .propertyStream()
                .forEach(mixin ->
                        scope.put(mixin.getKey(), columnsOf(mixin.getValue().path("target"))));
        checkJoins(select.path("from"), scope);
        CLAUSES.forEach(clause -> references(select.path(clause)).forEach(reference -> check(reference, scope)));
    }

    private void checkJoins(JsonNode from, Map<String, Optional<Set<String>>> scope) {
        references(from.path("on")).forEach(reference -> check(reference, scope));
        from.path("args").forEach(side -> checkJoins(side, scope));
    }

    private void addSources(JsonNode from, Map<String, Optional<Set<String>>> scope) {
        from.path("args").forEach(side -> addSources(side, scope));
        if (from.has("SELECT")) {
            check(from.path("SELECT"));
            scope.put(from.path("as").asString(), Optional.of(outputs(from.path("SELECT"))));
        }
        if (from.has("ref")) {
            JsonNode source = from.path("ref").path(0);
            scope.put(from.path("as").asString(source.asString()), columnsOf(source));
        }
    }

    private Optional<Set<String>> columnsOf(JsonNode source) {
        Optional<JsonNode> inSameFile = object.body().path("definitions").optional(source.asString());
        Optional<JsonNode> inTenant =
                tenant.find(object.space(), source.asString()).map(DemoObject::definition);
        return inTenant.or(() -> inSameFile).map(definition -> names(definition.path("elements")));
    }

    private void check(JsonNode reference, Map<String, Optional<Set<String>>> scope) {
        List<String> path =
                reference.path("ref").valueStream().map(JsonNode::asString).toList();
        boolean known =
                reference.path("param").asBoolean(false) ? parameters.contains(path.get(0)) : resolves(path, scope);
        if (!known) {
            unresolved.add(object.id() + ": " + String.join(" -> ", path));
        }
    }

    private static boolean resolves(List<String> path, Map<String, Optional<Set<String>>> scope) {
        String first = path.get(0);
        if (path.size() > 1) {
            return isColumn(path.get(1), scope.getOrDefault(first, NO_COLUMNS));
        }
        return scope.containsKey(first) || scope.values().stream().anyMatch(columns -> isColumn(first, columns));
    }

    /** A source that the tenant does not show has unknown columns, so any name may be one of them. */
    private static boolean isColumn(String name, Optional<Set<String>> columns) {
        return columns.map(known -> known.contains(name)).orElse(true);
    }

    private static Set<String> outputs(JsonNode select) {
        return select.path("columns")
                .valueStream()
                .map(column -> column.has("as") ? column.path("as") : last(column.path("ref")))
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static JsonNode last(JsonNode path) {
        return path.path(path.size() - 1);
    }

    private static Stream<JsonNode> references(JsonNode expression) {
        if (expression.has("ref")) {
            return Stream.of(expression);
        }
        return expression.isContainer() ? expression.valueStream().flatMap(QueryColumns::references) : Stream.empty();
    }

    private static Set<String> names(JsonNode elements) {
        return elements.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
