package io.catalogbridge.mapping.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The columns of a dataset and what is said about them as a whole. Lists keep the order of the definition.
 */
public record Shape(
        List<Column> columns, List<Association> associations, List<Hierarchy> hierarchies, List<Parameter> parameters) {

    public static final Shape EMPTY = new Shape(List.of(), List.of(), List.of(), List.of());

    public Shape {
        columns = List.copyOf(columns);
        associations = List.copyOf(associations);
        hierarchies = List.copyOf(hierarchies);
        parameters = List.copyOf(parameters);
    }

    public static Shape of(List<Column> columns) {
        return new Shape(columns, List.of(), List.of(), List.of());
    }

    public Shape withColumns(List<Column> others) {
        return new Shape(others, associations, hierarchies, parameters);
    }

    /** Finds a column by its case-sensitive name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
