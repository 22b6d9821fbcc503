/** Examples and laws of the mapping; {@link io.catalogbridge.mapping.rules.Tenants} makes small tenants and hostile ones. */
@NullMarked
package io.catalogbridge.mapping.rules;

import org.jspecify.annotations.NullMarked;
