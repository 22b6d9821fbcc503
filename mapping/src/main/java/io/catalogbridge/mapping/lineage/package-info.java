/**
 * Where data comes from and where it goes: edges between assets, other systems and Glue tables, and walks along them.
 *
 * <p>Derived from {@code catalog} records and from the names of the tables that assets were mapped to; knows neither
 * stores nor queries. Nodes are named by the identifiers people see. Imports {@code catalog} and {@code glue}.
 */
@NullMarked
package io.catalogbridge.mapping.lineage;

import org.jspecify.annotations.NullMarked;
