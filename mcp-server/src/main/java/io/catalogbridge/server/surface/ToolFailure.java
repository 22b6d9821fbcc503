package io.catalogbridge.server.surface;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool cannot do what it was asked; the caller is told what to do next. Holds no secret. */
public final class ToolFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean retryable;
    private final transient List<String> suggestions;
    private final @Nullable String nextTool;
    private final @Nullable Long retryAfterSeconds;

    /**
     * @param code        stable, upper case, such as {@code NOT_FOUND}
     * @param retryable   whether the same call may succeed later
     * @param suggestions what to try instead
     * @param nextTool    the tool to call next; absent if none helps
     */
    public ToolFailure(
            String code, String message, boolean retryable, List<String> suggestions, @Nullable String nextTool) {
        this(code, message, retryable, suggestions, nextTool, null);
    }

    /** As the other, for what passes: {@code retryAfterSeconds} says when, absent if nobody knows. */
    public ToolFailure(
            String code,
            String message,
            boolean retryable,
            List<String> suggestions,
            @Nullable String nextTool,
            @Nullable Long retryAfterSeconds) {
        super(message);
        this.code = code;
        this.retryable = retryable;
        this.suggestions = List.copyOf(suggestions);
        this.nextTool = nextTool;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The arguments are not what the tool takes. */
    public static ToolFailure invalid(String message) {
        return new ToolFailure("INVALID_ARGUMENT", message, false, List.of(), null);
    }

    public String code() {
        return code;
    }

    public boolean retryable() {
        return retryable;
    }

    public List<String> suggestions() {
        return suggestions;
    }

    public @Nullable String nextTool() {
        return nextTool;
    }

    public @Nullable Long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
