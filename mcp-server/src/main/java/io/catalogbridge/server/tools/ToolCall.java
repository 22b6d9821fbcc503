package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.Progress;

/**
 * One call of a tool, whatever protocol carried it.
 */
public interface ToolCall {

    ToolArguments arguments();

    /** Who calls, as the audit records it. */
    String principal();

    /** Told how far the work is; also says whether the caller has lost interest. */
    Progress progress();
}
