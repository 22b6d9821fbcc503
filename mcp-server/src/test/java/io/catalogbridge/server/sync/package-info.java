/** Tests of {@code sync}. */
@NullMarked
package io.catalogbridge.server.sync;

import org.jspecify.annotations.NullMarked;
