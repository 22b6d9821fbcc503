package io.catalogbridge.mapping.glue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The managed part of a database.
 *
 * @param name        in lower case
 * @param description empty if there is none
 * @param parameters  the managed ones only
 * @param tables      sorted by name; empty also where tables were not read
 */
public record GlueDatabase(
        String name, String description, SortedMap<String, String> parameters, List<GlueTable> tables) {

    public GlueDatabase {
        name = name.toLowerCase(Locale.ROOT);
        parameters = Ownership.managed(parameters);
        tables = tables.stream().sorted(Comparator.comparing(GlueTable::name)).toList();
    }

    public static GlueDatabase of(
            String name, String description, Map<String, String> parameters, List<GlueTable> tables) {
        return new GlueDatabase(name, description, Ownership.managed(parameters), tables);
    }

    public Optional<String> owner() {
        return Ownership.owner(parameters);
    }

    public Optional<GlueTable> table(String table) {
        return tables.stream().filter(each -> each.name().table().equals(table)).findFirst();
    }

    public GlueDatabase withTables(List<GlueTable> others) {
        return new GlueDatabase(name, description, parameters, others);
    }

    public GlueDatabase withParameters(Map<String, String> others) {
        return of(name, description, others, tables);
    }

    /** The same database without its tables. */
    public GlueDatabase bare() {
        return withTables(List.of());
    }
}
