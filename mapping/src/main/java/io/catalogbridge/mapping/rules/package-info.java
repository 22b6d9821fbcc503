/**
 * How a snapshot becomes a Glue catalog: naming, types, comments, parameters; each rule in one place.
 *
 * <p>Pure functions from {@code catalog} to {@code glue}, with a finding for whatever does not fit exactly. {@link
 * io.catalogbridge.mapping.rules.CatalogMapper} is the one way in; {@link io.catalogbridge.mapping.rules.ParameterKey}
 * lists all that is written besides names, types and texts. Imports {@code catalog}, {@code glue} and Jackson's tree.
 */
@NullMarked
package io.catalogbridge.mapping.rules;

import org.jspecify.annotations.NullMarked;
