package io.catalogbridge.mapping.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a dataset and what is said about them as a whole. Lists keep the order of the definition.
 *
 * @param keySequence columns of the key in their order there, as far as it is stated; may name other columns, too
 */
public record Shape(
        List<Column> columns,
        List<Association> associations,
        List<Hierarchy> hierarchies,
        List<Parameter> parameters,
        List<String> keySequence) {

    public static final Shape EMPTY = new Shape(List.of(), List.of(), List.of(), List.of());

    public Shape {
        columns = List.copyOf(columns);
        associations = List.copyOf(associations);
        hierarchies = List.copyOf(hierarchies);
        parameters = List.copyOf(parameters);
        keySequence = List.copyOf(keySequence);
    }

    /** A shape whose key is in the order of its columns. */
    public Shape(
            List<Column> columns,
            List<Association> associations,
            List<Hierarchy> hierarchies,
            List<Parameter> parameters) {
        this(columns, associations, hierarchies, parameters, List.of());
    }

    public static Shape of(List<Column> columns) {
        return new Shape(columns, List.of(), List.of(), List.of());
    }

    public Shape withColumns(List<Column> others) {
        return new Shape(others, associations, hierarchies, parameters, keySequence);
    }

    /** The names of the columns of the key, in their order there; those whose place is not stated come last. */
    public List<String> keys() {
        List<String> keys =
                columns.stream().filter(Column::key).map(Column::name).toList();
        return Stream.concat(keySequence.stream().filter(keys::contains), keys.stream())
                .distinct()
                .toList();
    }

    /** Finds a column by its case-sensitive name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
