package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.csn.ColumnOrigin.Computed;
import io.catalogbridge.mapping.csn.ColumnOrigin.Copied;
import io.catalogbridge.mapping.csn.ColumnOrigin.Hidden;
import io.catalogbridge.mapping.csn.ColumnOrigin.Merged;
import io.catalogbridge.mapping.csn.QueryTree.Expression;
import io.catalogbridge.mapping.csn.QueryTree.Item;
import io.catalogbridge.mapping.csn.QueryTree.Select;
import io.catalogbridge.mapping.csn.QueryTree.SetOperation;
import io.catalogbridge.mapping.csn.QueryTree.Source;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows a column of a query's output to the objects that the query reads. Never guesses. */
final class ColumnOrigins {

    private final Map<String, String> associations;
    private final IdentityHashMap<Select, Map<String, Item>> itemsByName = new IdentityHashMap<>();

    /** The associations are those of the object the query defines: targets by name. */
    ColumnOrigins(Map<String, String> associations) {
        this.associations = associations;
    }

    ColumnOrigin of(QueryTree query, String column) {
        if (query instanceof Select select) {
            return ofOutput(select, column, new Descent());
        }
        if (query instanceof SetOperation union) {
            return ofBranches(union, column);
        }
        return new Hidden("is not in the query");
    }

    /** Branches of a union correspond by position; the names are those of the first. */
    private ColumnOrigin ofBranches(SetOperation union, String column) {
        int position = position(union.items(), column);
        return new Merged(union.branches().stream()
                .map(branch -> of(branch, nameAt(branch, position, column)))
                .toList());
    }

    private static int position(List<Item> items, String column) {
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).name().equals(column))
                .findFirst()
                .orElse(-1);
    }

    private static String nameAt(QueryTree branch, int position, String otherwise) {
        boolean listed = position >= 0 && position < branch.items().size() && !branch.star();
        return listed ? branch.items().get(position).name() : otherwise;
    }

    private ColumnOrigin ofOutput(Select select, String column, Descent descent) {
        Optional<Item> item = Optional.ofNullable(items(select).get(column));
        if (item.isPresent()) {
            return ofItem(select, item.get(), descent);
        }
        return select.star()
                ? ofOnlySource(select, List.of(column), "is one of all columns of several sources")
                : new Hidden("is not in the query");
    }

    private Map<String, Item> items(Select select) {
        return itemsByName.computeIfAbsent(
                select,
                key -> key.items().stream()
                        .collect(Collectors.toMap(Item::name, Function.identity(), (one, other) -> one)));
    }

    private ColumnOrigin ofItem(Select select, Item item, Descent descent) {
        if (!descent.enter(item.name())) {
            return new Hidden("refers to itself, or leads too far");
        }
        ColumnOrigin origin = ofExpression(select, item.expression(), descent);
        descent.leave(item.name());
        return item.cast() == null ? origin : new Computed(List.of(origin), item.cast());
    }

    private ColumnOrigin ofExpression(Select select, Expression expression, Descent descent) {
        if (!descent.deeper()) {
            return new Hidden("is calculated in too many steps");
        }
        ColumnOrigin origin = ofShallow(select, expression, descent);
        descent.back();
        return origin;
    }

    private ColumnOrigin ofShallow(Select select, Expression expression, Descent descent) {
        if (expression instanceof Expression.Reference reference) {
            return ofPath(select, reference.path(), descent);
        }
        if (expression instanceof Expression.Compound compound) {
            return new Computed(
                    compound.parts().stream()
                            .map(part -> ofExpression(select, part, descent))
                            .toList(),
                    null);
        }
        return expression instanceof Expression.Constant
                ? new Computed(List.of(), null)
                : new Hidden("is the result of a subquery");
    }

    private ColumnOrigin ofPath(Select select, List<String> path, Descent descent) {
        if (path.isEmpty()) {
            return new Hidden("refers to nothing");
        }
        String first = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (first.equals("$projection") || first.equals("$self")) {
            return rest.isEmpty() ? new Hidden("refers to nothing") : ofProjection(select, rest, descent);
        }
        return rest.isEmpty()
                ? ofOnlySource(select, path, "has no source named and there are several")
                : ofQualified(select, first, rest, path);
    }

    private ColumnOrigin ofProjection(Select select, List<String> path, Descent descent) {
        return path.size() == 1
                ? ofOutput(select, path.get(0), descent)
                : ofQualified(select, path.get(0), path.subList(1, path.size()), path);
    }

    /** The first step is a source, an association of the query or, if there is one source only, one of its associations. */
    private ColumnOrigin ofQualified(Select select, String first, List<String> rest, List<String> path) {
        Optional<Source> source =
                sources(select.from()).filter(s -> answersTo(s, first)).findFirst();
        if (source.isPresent()) {
            return ofSource(source.get(), rest);
        }
        String target = select.mixins().getOrDefault(first, associations.get(first));
        return target != null
                ? new Copied(target, rest)
                : ofOnlySource(select, path, "leads through '" + first + "', which is no source of the query");
    }

    private ColumnOrigin ofOnlySource(Select select, List<String> path, String otherwise) {
        List<Source> sources = sources(select.from()).limit(2).toList();
        return sources.size() == 1 ? ofSource(sources.get(0), path) : new Hidden(otherwise);
    }

    private ColumnOrigin ofSource(Source source, List<String> path) {
        if (source instanceof Source.Named named) {
            return new Copied(
                    named.name(),
                    Stream.concat(named.steps().stream(), path.stream()).toList());
        }
        return source instanceof Source.Subquery subquery && path.size() == 1
                ? of(subquery.query(), path.get(0))
                : new Hidden("leads through an association of a subquery");
    }

    private static boolean answersTo(Source source, String name) {
        return source instanceof Source.Named named
                ? named.answersTo(name)
                : source instanceof Source.Subquery subquery && name.equals(subquery.alias());
    }

    private static Stream<Source> sources(@Nullable Source source) {
        return source instanceof Source.Join join
                ? join.arguments().stream().flatMap(ColumnOrigins::sources)
                : Stream.ofNullable(source);
    }
}
