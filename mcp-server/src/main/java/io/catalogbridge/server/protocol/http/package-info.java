/**
 * MCP over HTTP: one endpoint for both eras, the older transport beside it, and what operators ask of a server.
 *
 * <p>{@code /mcp} takes requests of the stateless era and sessions over Streamable HTTP, {@code /sse} the transport of
 * 2024-11-05; {@code /health} and {@code /metrics} are for machines that watch. Every request passes the {@code Gate} first:
 * origin, caller, size, rate, concurrency. What the SDK's servlets say when something is wrong is rewritten, because they
 * answer with stack traces.
 */
@NullMarked
package io.catalogbridge.server.protocol.http;

import org.jspecify.annotations.NullMarked;
