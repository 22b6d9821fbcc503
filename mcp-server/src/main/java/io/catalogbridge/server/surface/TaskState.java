package io.catalogbridge.server.surface;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Work that outlives the call that began it.
 *
 * @param message   what it is doing, in a line
 * @param poll      how often asking is worthwhile
 * @param result    what the call would have returned; there once completed
 * @param failure   why it failed as a tool call does; there instead of a result
 * @param questions what the client must answer before the work goes on; empty unless it waits for that
 */
public record TaskState(
        String id,
        Status status,
        String message,
        Instant createdAt,
        Instant updatedAt,
        Duration poll,
        @Nullable ToolResult result,
        @Nullable ToolFailure failure,
        List<Question> questions) {

    public TaskState {
        questions = List.copyOf(questions);
    }

    /** A task that asks nothing. */
    public TaskState(
            String id,
            Status status,
            String message,
            Instant createdAt,
            Instant updatedAt,
            Duration poll,
            @Nullable ToolResult result,
            @Nullable ToolFailure failure) {
        this(id, status, message, createdAt, updatedAt, poll, result, failure, List.of());
    }

    /** Where a task stands (MCP, extension {@code io.modelcontextprotocol/tasks}). */
    public enum Status {
        WORKING,
        /** Waits for answers to its questions. */
        INPUT_REQUIRED,
        COMPLETED,
        /** Broken off by a failure of ours, which its message tells; what a tool cannot do is completed with a failure. */
        FAILED,
        CANCELLED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
