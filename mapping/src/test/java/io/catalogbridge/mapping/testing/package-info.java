/**
 * Builders for tests of this and other modules, with defaults for all that a test does not care about, and the way to the
 * fixtures that lie beside the project.
 *
 * <p>Imports {@code catalog} only.
 */
@NullMarked
package io.catalogbridge.mapping.testing;

import org.jspecify.annotations.NullMarked;
