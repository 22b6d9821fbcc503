package io.catalogbridge.server.surface;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, read with complaints that a model can act on. */
public record ToolArguments(Map<String, Object> values) {

    public ToolArguments {
        values = Collections.unmodifiableMap(new HashMap<>(values));
    }

    public String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw ToolFailure.invalid("the argument '" + name + "' is required");
        }
        return text;
    }

    /** Absent if there is nothing but white space. */
    public @Nullable String optionalText(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        throw ToolFailure.invalid("the argument '" + name + "' must be a string");
    }

    public int whole(String name, int otherwise, int least, int most) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number && number.doubleValue() == number.intValue()) {
            int whole = number.intValue();
            if (whole >= least && whole <= most) {
                return whole;
            }
        }
        throw ToolFailure.invalid("the argument '" + name + "' must be a whole number from " + least + " to " + most);
    }

    /** One of these words. */
    public String choice(String name, String otherwise, List<String> choices) {
        String text = optionalText(name);
        if (text == null || choices.contains(text)) {
            return text == null ? otherwise : text;
        }
        throw ToolFailure.invalid("the argument '" + name + "' must be one of " + String.join(", ", choices));
    }

    public boolean flag(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw ToolFailure.invalid("the argument '" + name + "' must be true or false");
    }

    public List<String> texts(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> items && items.stream().allMatch(String.class::isInstance)) {
            return items.stream().map(String.class::cast).toList();
        }
        throw ToolFailure.invalid("the argument '" + name + "' must be a list of strings");
    }
}
