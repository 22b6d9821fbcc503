/** Tests of {@code rules}. */
@NullMarked
package io.catalogbridge.server.rules;

import org.jspecify.annotations.NullMarked;
