/** The least server that the SDK alone makes: what start-up is compared with. Nothing of ours is used or uses it. */
@NullMarked
package io.catalogbridge.server.protocol.bare;

import org.jspecify.annotations.NullMarked;
