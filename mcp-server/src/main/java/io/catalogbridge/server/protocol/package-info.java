/**
 * The Model Context Protocol: carries tool calls from assistants and their answers back.
 *
 * <p>The only package that imports the MCP SDK, whose types stay inside. Lines are read and judged here before the SDK sees
 * them, because the SDK ends at the first bad line, never answers what comes too early, and knows no cancellation. Knows
 * {@code tools} by its call interface alone; no tool, store or engine is named here.
 */
@NullMarked
package io.catalogbridge.server.protocol;

import org.jspecify.annotations.NullMarked;
