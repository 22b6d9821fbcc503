/**
 * What is wrong with a set-up, and what to do about it.
 *
 * <p>Looks at the same configuration, folder, store and connectors that every other command uses, through {@code bridge}. Changes
 * nothing: what cannot be found out without writing is said to be unknown. Imports {@code bridge}, {@code config}, {@code store}
 * and, through the bridge, what connectors tell about themselves.
 */
@NullMarked
package io.catalogbridge.server.doctor;

import org.jspecify.annotations.NullMarked;
