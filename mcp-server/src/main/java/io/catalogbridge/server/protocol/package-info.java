/**
 * The Model Context Protocol: carries what clients ask of a {@link io.catalogbridge.server.surface.Surface}, and the answers
 * back, in both of its eras.
 *
 * <p>{@code Methods} answers each request the same way for every client. The era of sessions (2024-11-05 to 2025-11-25) goes
 * through the SDK, which keeps sessions and streams ({@code LegacySession}); the stateless era (2026-07-28) is spoken here
 * ({@code ModernEra}), since the SDK does not know it. {@code StdioServer} carries both over a pair of streams, the package
 * {@code http} over HTTP.
 *
 * <p>This package and those below it are the only ones that import the MCP SDK. Lines are read and judged here before the SDK
 * sees them, because the SDK ends at the first bad line, never answers what comes too early, lists in no order, and knows no
 * cancellation. No tool, store or engine is named here.
 */
@NullMarked
package io.catalogbridge.server.protocol;

import org.jspecify.annotations.NullMarked;
