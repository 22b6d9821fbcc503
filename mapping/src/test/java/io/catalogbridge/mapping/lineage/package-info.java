/** Walks over small tenants, and laws of walks over random ones. */
@NullMarked
package io.catalogbridge.mapping.lineage;

import org.jspecify.annotations.NullMarked;
