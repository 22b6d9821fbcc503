/**
 * Pages that hosts show beside a tool's result (MCP extension {@code io.modelcontextprotocol/ui}): self-contained HTML that
 * loads nothing and takes every text of others as text. They know nothing of tools, store or protocol; a tool names the page
 * it is shown with.
 */
@NullMarked
package io.catalogbridge.server.apps;

import org.jspecify.annotations.NullMarked;
