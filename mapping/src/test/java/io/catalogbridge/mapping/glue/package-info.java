/** Laws of the managed records: types read what they print, equal content has equal fingerprints. */
@NullMarked
package io.catalogbridge.mapping.glue;

import org.jspecify.annotations.NullMarked;
