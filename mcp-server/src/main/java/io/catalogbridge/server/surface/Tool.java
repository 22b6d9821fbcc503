package io.catalogbridge.server.surface;

/** Something an assistant can do. Implementations are thread-safe and keep no state between calls. */
public interface Tool {

    /** What the assistant is told about the tool; always the same. */
    ToolDefinition definition();

    /**
     * Does it.
     *
     * @throws ToolFailure if it cannot be done as asked; the assistant is told why and what to do next
     */
    ToolResult call(ToolCall call);
}
