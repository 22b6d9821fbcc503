/**
 * The two use cases, plan and apply: discover, map, plan on one side; apply, verify, record on the other. Around them: runs in
 * the background and how to follow them, and what people decide on conflicts.
 *
 * <p>Sees sources and targets through the SPI only and never a concrete connector. Called by tools and commands alike.
 */
@NullMarked
package io.catalogbridge.server.sync;

import org.jspecify.annotations.NullMarked;
