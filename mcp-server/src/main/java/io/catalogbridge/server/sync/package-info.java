/**
 * The two use cases, plan and apply, and nothing else: discover, map, plan on one side; apply, verify, record on the other.
 *
 * <p>Sees sources and targets through the SPI only and never a concrete connector. Called by tools and commands alike.
 */
@NullMarked
package io.catalogbridge.server.sync;

import org.jspecify.annotations.NullMarked;
