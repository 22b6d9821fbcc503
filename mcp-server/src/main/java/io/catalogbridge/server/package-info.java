/** The composition root: the only module with a main method. */
@NullMarked
package io.catalogbridge.server;

import org.jspecify.annotations.NullMarked;
