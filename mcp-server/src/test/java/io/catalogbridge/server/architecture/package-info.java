/** The arrows between packages, as tests. */
@NullMarked
package io.catalogbridge.server.architecture;

import org.jspecify.annotations.NullMarked;
