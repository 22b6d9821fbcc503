/**
 * How a snapshot becomes a Glue catalog: naming, types, comments, parameters; each rule in one place.
 *
 * <p>Pure functions from {@code catalog} to {@code glue}, with a finding for whatever does not fit exactly.
 */
@NullMarked
package io.catalogbridge.mapping.rules;

import org.jspecify.annotations.NullMarked;
