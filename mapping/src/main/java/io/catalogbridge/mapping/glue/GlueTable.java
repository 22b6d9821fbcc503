package io.catalogbridge.mapping.glue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The managed part of a table.
 *
 * @param name        database and table
 * @param description empty if there is none
 * @param columns     in order, partition keys left out
 * @param parameters  the managed ones only
 */
public record GlueTable(
        TableName name, String description, List<GlueColumn> columns, SortedMap<String, String> parameters) {

    public GlueTable {
        columns = List.copyOf(columns);
        parameters = Ownership.managed(parameters);
    }

    public static GlueTable of(
            TableName name, String description, List<GlueColumn> columns, Map<String, String> parameters) {
        return new GlueTable(name, description, columns, Ownership.managed(parameters));
    }

    public Optional<String> owner() {
        return Ownership.owner(parameters);
    }

    public Optional<GlueColumn> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }
}
