/**
 * What was discovered in a source, as plain values: spaces, assets, columns, their business meaning,
 * and what could not be read or understood.
 *
 * <p>Records here validate and normalise on construction and know neither CSN nor OData nor Glue. Imports nothing of ours.
 */
@NullMarked
package io.catalogbridge.mapping.catalog;

import org.jspecify.annotations.NullMarked;
