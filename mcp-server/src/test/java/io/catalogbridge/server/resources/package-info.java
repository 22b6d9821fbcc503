/** Tests of the package of the same name. */
@NullMarked
package io.catalogbridge.server.resources;

import org.jspecify.annotations.NullMarked;
