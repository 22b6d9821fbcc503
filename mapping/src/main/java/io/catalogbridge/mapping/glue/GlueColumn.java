package io.catalogbridge.mapping.glue;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * A column.
 *
 * @param name       in lower case
 * @param type       Hive type
 * @param comment    empty if there is none
 * @param parameters the managed ones only
 */
public record GlueColumn(String name, GlueType type, String comment, SortedMap<String, String> parameters) {

    public GlueColumn {
        name = name.toLowerCase(Locale.ROOT);
        parameters = Ownership.managed(parameters);
    }

    public static GlueColumn of(String name, GlueType type, String comment, Map<String, String> parameters) {
        return new GlueColumn(name, type, comment, Ownership.managed(parameters));
    }

    public GlueColumn withComment(String other) {
        return new GlueColumn(name, type, other, parameters);
    }
}
