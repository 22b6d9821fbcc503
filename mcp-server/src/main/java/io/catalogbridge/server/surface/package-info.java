/**
 * What clients can see and do, free of any protocol: tools, resources, prompts, and the one small interface through which each
 * call reaches them.
 *
 * <p>{@code protocol} carries calls to what is registered in a {@link io.catalogbridge.server.surface.Surface} and answers
 * back; {@code tools}, {@code resources} and {@code prompts} implement it. Nothing here knows a transport, a wire format, the
 * store or the engine.
 */
@NullMarked
package io.catalogbridge.server.surface;

import org.jspecify.annotations.NullMarked;
