/** Tests of the package of the same name. */
@NullMarked
package io.catalogbridge.server.prompts;

import org.jspecify.annotations.NullMarked;
