/** Tests of the package of the same name. */
@NullMarked
package io.catalogbridge.server.apps;

import org.jspecify.annotations.NullMarked;
