package io.catalogbridge.server.surface;

/** One call of a tool. */
public interface ToolCall extends CallScope {

    ToolArguments arguments();

    /**
     * Whether the caller can take a task instead of a result, to be asked for later. A tool that works long then starts the
     * work and returns {@link ToolResult#task}.
     */
    boolean acceptsTask();
}
