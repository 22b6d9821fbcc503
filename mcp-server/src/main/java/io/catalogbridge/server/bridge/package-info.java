/**
 * One environment put together: store, source, target, engine, each opened when it is first needed.
 *
 * <p>The only package, besides the connectors' own, that names concrete connectors.
 */
@NullMarked
package io.catalogbridge.server.bridge;

import org.jspecify.annotations.NullMarked;
