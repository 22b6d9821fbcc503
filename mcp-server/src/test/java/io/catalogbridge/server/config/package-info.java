/** Tests of {@code config}. */
@NullMarked
package io.catalogbridge.server.config;

import org.jspecify.annotations.NullMarked;
