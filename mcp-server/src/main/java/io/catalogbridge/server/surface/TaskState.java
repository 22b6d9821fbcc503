package io.catalogbridge.server.surface;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Work that outlives the call that began it.
 *
 * @param message what it is doing, in a line
 * @param poll    how often asking is worthwhile
 * @param result  what the call would have returned; there once completed
 * @param failure why it failed as a tool call does; there instead of a result
 */
public record TaskState(
        String id,
        Status status,
        String message,
        Instant createdAt,
        Instant updatedAt,
        Duration poll,
        @Nullable ToolResult result,
        @Nullable ToolFailure failure) {

    /** Where a task stands (MCP, extension {@code io.modelcontextprotocol/tasks}). */
    public enum Status {
        WORKING,
        COMPLETED,
        CANCELLED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
