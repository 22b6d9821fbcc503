/**
 * One environment put together: store, source, target, engine, each opened when it is first needed.
 *
 * <p>Names the concrete connectors of an environment, so that the engine, the tools and the store need to know none.
 */
@NullMarked
package io.catalogbridge.server.bridge;

import org.jspecify.annotations.NullMarked;
