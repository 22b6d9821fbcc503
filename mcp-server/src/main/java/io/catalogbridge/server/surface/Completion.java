package io.catalogbridge.server.surface;

import java.util.List;

/**
 * Values that what was typed may become.
 *
 * @param values the best first, at most {@value #MAX_VALUES}
 * @param total  how many there are
 */
public record Completion(List<String> values, long total) {

    /** Most values in one answer (MCP, server utilities, completion). */
    public static final int MAX_VALUES = 100;

    public static final Completion NONE = new Completion(List.of(), 0);

    public Completion {
        values = List.copyOf(values.subList(0, Math.min(values.size(), MAX_VALUES)));
    }

    /** All of these. */
    public static Completion of(List<String> values) {
        return new Completion(values, values.size());
    }

    public boolean more() {
        return total > values.size();
    }
}
