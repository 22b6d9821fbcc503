/** Tests of {@code store}. */
@NullMarked
package io.catalogbridge.server.store;

import org.jspecify.annotations.NullMarked;
