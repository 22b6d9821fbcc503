package io.catalogbridge.server.surface;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said to a {@link Question}.
 *
 * @param content the answer by field, unchecked; empty unless accepted
 */
public record Reply(Kind kind, Map<String, @Nullable Object> content) {

    /** Nobody could be asked. */
    public static final Reply UNAVAILABLE = new Reply(Kind.UNAVAILABLE, Map.of());

    /** How it was answered. */
    public enum Kind {
        ACCEPTED,
        DECLINED,
        /** Closed without a decision, or no answer came in time. */
        CANCELLED,
        /** This client has nobody to ask. */
        UNAVAILABLE
    }

    public Reply {
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    public boolean accepted() {
        return kind == Kind.ACCEPTED;
    }
}
