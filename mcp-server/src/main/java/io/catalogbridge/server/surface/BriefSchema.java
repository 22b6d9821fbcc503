package io.catalogbridge.server.surface;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a result's JSON Schema a client has to know: names, types, meanings, and what is always there. That nothing else is
 * there, and that counts are not negative, is for us to keep, and would cost every conversation its tokens.
 */
public final class BriefSchema {

    private BriefSchema() {}

    /** The schema without closed objects and bounds. Whatever conforms to the whole schema conforms to this one. */
    public static Map<String, Object> of(Map<String, Object> schema) {
        Map<String, Object> brief = new LinkedHashMap<>();
        schema.forEach((key, value) -> {
            if (!(key.equals("minimum") && value instanceof Number)
                    && !(key.equals("additionalProperties") && Boolean.FALSE.equals(value))) {
                brief.put(key, brief(value));
            }
        });
        return brief;
    }

    private static Object brief(Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> named = new LinkedHashMap<>();
            object.forEach((key, member) -> named.put(String.valueOf(key), member));
            return of(named);
        }
        return value instanceof List<?> list
                ? list.stream().map(BriefSchema::brief).toList()
                : value;
    }
}
