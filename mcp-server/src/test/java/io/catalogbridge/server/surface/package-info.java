/** What is registered, by itself. */
@NullMarked
package io.catalogbridge.server.surface;

import org.jspecify.annotations.NullMarked;
