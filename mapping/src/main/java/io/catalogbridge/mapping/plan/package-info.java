/**
 * The change as a value: what should be, what is and what we last wrote become an ordered plan, which can be printed,
 * stored, approved and compared without a network.
 *
 * <p>Imports {@code catalog} (for findings) and {@code glue}.
 */
@NullMarked
package io.catalogbridge.mapping.plan;

import org.jspecify.annotations.NullMarked;
