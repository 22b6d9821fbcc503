/**
 * The managed part of a Glue Data Catalog: one set of types for what should be and for what is.
 *
 * <p>Only what Catalog Bridge owns takes part: descriptions, columns, and the parameters of {@link
 * io.catalogbridge.mapping.glue.Ownership}. Records normalise on construction, so comparing is equality. Knows no AWS
 * type; imports nothing of ours.
 */
@NullMarked
package io.catalogbridge.mapping.glue;

import org.jspecify.annotations.NullMarked;
