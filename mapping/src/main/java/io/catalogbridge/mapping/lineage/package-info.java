/**
 * Where data comes from and where it goes: edges between assets and other systems, and walks along them.
 *
 * <p>Derived from {@code catalog} records alone.
 */
@NullMarked
package io.catalogbridge.mapping.lineage;

import org.jspecify.annotations.NullMarked;
