package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.csn.QueryTree.Expression;
import io.catalogbridge.mapping.csn.QueryTree.Item;
import io.catalogbridge.mapping.csn.QueryTree.Select;
import io.catalogbridge.mapping.csn.QueryTree.SetOperation;
import io.catalogbridge.mapping.csn.QueryTree.Source;
import io.catalogbridge.mapping.csn.QueryTree.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads CQN. Recursion follows the nesting of the JSON, which {@link Nesting} bounds. */
final class QueryReader {

    private static final List<String> CONDITIONS = List.of("where", "having", "groupBy", "orderBy");

    private final TypeReader types;

    QueryReader(TypeReader types) {
        this.types = types;
    }

    QueryTree read(JsonNode query) {
        if (query.path("SELECT").isObject()) {
            return select(query.path("SELECT"));
        }
        if (query.path("SET").isObject()) {
            return new SetOperation(Json.oneOrMany(query.path("SET").path("args")).stream()
                    .map(this::read)
                    .toList());
        }
        return new Unreadable();
    }

    private static boolean isQuery(JsonNode node) {
        return node.has("SELECT") || node.has("SET");
    }

    private Select select(JsonNode select) {
        JsonNode columns = select.path("columns");
        List<Item> items = Json.oneOrMany(columns).stream()
                .map(this::item)
                .flatMap(Optional::stream)
                .toList();
        boolean star =
                columns.isMissingNode() || Json.oneOrMany(columns).stream().anyMatch(QueryReader::isStar);
        return new Select(source(select.path("from")).orElse(null), items, star, mixins(select), nested(select));
    }

    private static boolean isStar(JsonNode column) {
        return "*".equals(Json.text(column)) || column.has("*");
    }

    private static Map<String, String> mixins(JsonNode select) {
        Map<String, String> targets = new LinkedHashMap<>();
        Json.members(select.path("mixin")).forEach(mixin -> {
            String target = Json.text(mixin.getValue(), "target");
            if (target != null) {
                targets.put(mixin.getKey(), target);
            }
        });
        return targets;
    }

    /** The queries inside conditions: of the query itself and of the joins it reads from. */
    private List<QueryTree> nested(JsonNode select) {
        List<QueryTree> found = new ArrayList<>();
        CONDITIONS.forEach(condition -> collectQueries(select.path(condition), found));
        collectJoinConditions(select.path("from"), found);
        return found;
    }

    private void collectJoinConditions(JsonNode from, List<QueryTree> found) {
        collectQueries(from.path("on"), found);
        from.path("args").forEach(argument -> collectJoinConditions(argument, found));
    }

    private void collectQueries(JsonNode node, List<QueryTree> found) {
        if (isQuery(node)) {
            found.add(read(node));
        } else {
            node.values().forEach(child -> collectQueries(child, found));
        }
    }

    private Optional<Source> source(JsonNode from) {
        String alias = Json.text(from, "as");
        if (isQuery(from)) {
            return Optional.of(new Source.Subquery(read(from), alias));
        }
        if (from.has("ref")) {
            return named(path(from.path("ref")), alias);
        }
        List<Source> arguments = Json.oneOrMany(from.path("args")).stream()
                .map(this::source)
                .flatMap(Optional::stream)
                .toList();
        return arguments.isEmpty() ? Optional.empty() : Optional.of(new Source.Join(arguments));
    }

    private static Optional<Source> named(List<String> path, @Nullable String alias) {
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(new Source.Named(path.get(0), path.subList(1, path.size()), alias));
    }

    private Optional<Item> item(JsonNode column) {
        Expression expression = expression(column);
        String alias = Json.text(column, "as");
        String name = alias != null ? alias : impliedName(expression, column);
        return name == null || isStar(column)
                ? Optional.empty()
                : Optional.of(new Item(
                        name, expression, types.read(column.path("cast")).orElse(null), Json.flag(column.path("key"))));
    }

    private static @Nullable String impliedName(Expression expression, JsonNode column) {
        if (expression instanceof Expression.Reference reference
                && !reference.path().isEmpty()) {
            return reference.path().get(reference.path().size() - 1);
        }
        return Json.text(column, "func");
    }

    private Expression expression(JsonNode node) {
        if (isQuery(node)) {
            return new Expression.Nested(read(node));
        }
        if (node.has("ref")) {
            return Json.flag(node.path("param"))
                    ? new Expression.Constant()
                    : new Expression.Reference(path(node.path("ref")));
        }
        List<Expression> parts = parts(node);
        return parts.isEmpty() ? new Expression.Constant() : new Expression.Compound(parts);
    }

    private List<Expression> parts(JsonNode node) {
        return Stream.of("xpr", "args", "list")
                .flatMap(property -> arguments(node.path(property)))
                .filter(JsonNode::isObject)
                .map(this::expression)
                .toList();
    }

    /** Arguments come as an array or, when they are named, as an object. */
    private static Stream<JsonNode> arguments(JsonNode arguments) {
        return arguments.isContainer() ? arguments.values().stream() : Stream.empty();
    }

    /** A step of a path is a name or, with arguments or a filter, an object with an {@code id}. */
    static List<String> path(JsonNode reference) {
        return Json.oneOrMany(reference).stream()
                .map(step -> step.isObject() ? Json.text(step, "id") : Json.text(step))
                .filter(Objects::nonNull)
                .filter(step -> !step.isEmpty())
                .toList();
    }
}
