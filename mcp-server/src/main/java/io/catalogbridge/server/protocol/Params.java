package io.catalogbridge.server.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, read with complaints. */
record Params(Map<String, Object> values) {

    /** The parameters of a message; none are no parameters. */
    static Params of(@Nullable Object params) throws Refusal {
        if (params != null && !(params instanceof Map)) {
            throw Refusal.invalidParams("'params' must be an object");
        }
        return new Params(values(params));
    }

    /** The members of an object; of anything else, none. */
    static Map<String, Object> values(@Nullable Object params) {
        return params instanceof Map<?, ?> map ? named(map) : Map.of();
    }

    String text(String name) throws Refusal {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw Refusal.invalidParams("'" + name + "' must be a string");
    }

    @Nullable Object any(String name) {
        return values.get(name);
    }

    /** An object that may be left out. */
    Params object(String name) throws Refusal {
        Object value = values.get(name);
        if (value == null) {
            return new Params(Map.of());
        }
        if (value instanceof Map<?, ?> map) {
            return new Params(named(map));
        }
        throw Refusal.invalidParams("'" + name + "' must be an object");
    }

    /** An object of texts that may be left out. */
    Map<String, String> texts(String name) throws Refusal {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : object(name).values().entrySet()) {
            if (!(entry.getValue() instanceof String text)) {
                throw Refusal.invalidParams("'" + name + "." + entry.getKey() + "' must be a string");
            }
            texts.put(entry.getKey(), text);
        }
        return texts;
    }

    /** The members of an object that may be anything. */
    static Map<String, Object> named(Map<?, ?> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        object.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
