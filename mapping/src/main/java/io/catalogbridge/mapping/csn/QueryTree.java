package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.DataType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query in CQN, as far as it tells what is read and where columns come from. */
sealed interface QueryTree {

    /** The objects read anywhere in the query, subqueries included, distinct and in order of mention. */
    default Set<String> tables() {
        Set<String> tables = new LinkedHashSet<>();
        collectTables(tables);
        return tables;
    }

    void collectTables(Set<String> tables);

    /** What the query says of its output; that of a set operation has the names of its first branch. */
    List<Item> items();

    /** True if the output holds columns that are not listed. */
    boolean star();

    /**
     * One {@code SELECT}.
     *
     * @param from   what is read; absent if nothing is
     * @param mixins targets of the associations declared within the query, by their names
     * @param nested queries inside conditions
     */
    record Select(
            @Nullable Source from, List<Item> items, boolean star, Map<String, String> mixins, List<QueryTree> nested)
            implements QueryTree {
        public Select {
            items = List.copyOf(items);
            mixins = Map.copyOf(mixins);
            nested = List.copyOf(nested);
        }

        @Override
        public void collectTables(Set<String> tables) {
            if (from != null) {
                from.collectTables(tables);
            }
            items.forEach(item -> item.expression().collectTables(tables));
            nested.forEach(query -> query.collectTables(tables));
        }
    }

    /** A union, intersection or difference. */
    record SetOperation(List<QueryTree> branches) implements QueryTree {
        public SetOperation {
            branches = List.copyOf(branches);
        }

        @Override
        public void collectTables(Set<String> tables) {
            branches.forEach(branch -> branch.collectTables(tables));
        }

        @Override
        public List<Item> items() {
            return branches.isEmpty() ? List.of() : branches.get(0).items();
        }

        @Override
        public boolean star() {
            return branches.stream().anyMatch(QueryTree::star);
        }
    }

    /** Something that is no query. */
    record Unreadable() implements QueryTree {
        @Override
        public void collectTables(Set<String> tables) {}

        @Override
        public List<Item> items() {
            return List.of();
        }

        @Override
        public boolean star() {
            return false;
        }
    }

    /** A column of the output. */
    record Item(
            String name, Expression expression, @Nullable DataType cast, boolean key) {}

    /** Something to read from. */
    sealed interface Source {

        void collectTables(Set<String> tables);

        /** An object, and the associations followed from it. */
        record Named(
                String name, List<String> steps, @Nullable String alias) implements Source {
            public Named {
                steps = List.copyOf(steps);
            }

            @Override
            public void collectTables(Set<String> tables) {
                tables.add(name);
            }

            /** Without an alias of its own an object answers to its name and to the last part of its name. */
            boolean answersTo(String other) {
                return alias != null
                        ? alias.equals(other)
                        : name.equals(other)
                                || name.substring(name.lastIndexOf('.') + 1).equals(other);
            }
        }

        record Subquery(QueryTree query, @Nullable String alias) implements Source {
            @Override
            public void collectTables(Set<String> tables) {
                query.collectTables(tables);
            }
        }

        record Join(List<Source> arguments) implements Source {
            public Join {
                arguments = List.copyOf(arguments);
            }

            @Override
            public void collectTables(Set<String> tables) {
                arguments.forEach(argument -> argument.collectTables(tables));
            }
        }
    }

    /** What fills a column. */
    sealed interface Expression {

        default void collectTables(Set<String> tables) {}

        record Reference(List<String> path) implements Expression {
            public Reference {
                path = List.copyOf(path);
            }
        }

        /** A function, a calculation, a case distinction: whatever combines other expressions. */
        record Compound(List<Expression> parts) implements Expression {
            public Compound {
                parts = List.copyOf(parts);
            }

            @Override
            public void collectTables(Set<String> tables) {
                parts.forEach(part -> part.collectTables(tables));
            }
        }

        /** A literal or the value of a parameter. */
        record Constant() implements Expression {}

        record Nested(QueryTree query) implements Expression {
            @Override
            public void collectTables(Set<String> tables) {
                query.collectTables(tables);
            }
        }
    }
}
