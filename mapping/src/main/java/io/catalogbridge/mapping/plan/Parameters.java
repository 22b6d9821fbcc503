package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueTable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies of parameters with one more or one less. */
final class Parameters {

    private Parameters() {}

    static SortedMap<String, String> with(Map<String, String> parameters, String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(parameters);
        more.put(key, value);
        return more;
    }

    static SortedMap<String, String> without(Map<String, String> parameters, String key) {
        SortedMap<String, String> fewer = new TreeMap<>(parameters);
        fewer.remove(key);
        return fewer;
    }

    static GlueTable with(GlueTable table, String key, String value) {
        return replace(table, with(table.parameters(), key, value));
    }

    static GlueTable without(GlueTable table, String key) {
        return table.parameters().containsKey(key) ? replace(table, without(table.parameters(), key)) : table;
    }

    private static GlueTable replace(GlueTable table, SortedMap<String, String> parameters) {
        return new GlueTable(table.name(), table.description(), table.columns(), parameters);
    }
}
