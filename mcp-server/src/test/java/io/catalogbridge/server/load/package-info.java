/** The server under many clients at once. */
@NullMarked
package io.catalogbridge.server.load;

import org.jspecify.annotations.NullMarked;
