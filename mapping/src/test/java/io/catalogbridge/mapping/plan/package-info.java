/** Laws of planning as properties, rules of planning as readable scenarios, and the catalogs both are built from. */
@NullMarked
package io.catalogbridge.mapping.plan;

import org.jspecify.annotations.NullMarked;
