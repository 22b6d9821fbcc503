/** Tests of {@code cli}. */
@NullMarked
package io.catalogbridge.server.cli;

import org.jspecify.annotations.NullMarked;
