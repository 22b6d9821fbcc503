/**
 * The change as a value: what should be, what is and what we last wrote become an ordered plan, which can be printed,
 * stored, approved and compared without a network.
 *
 * <p>Start with {@link io.catalogbridge.mapping.plan.Planner}. Applying plans and remembering what was applied does not belong
 * here. Imports {@code catalog} (for findings and gaps), {@code glue}, the names of parameters from {@code rules}, and Jackson
 * for the JSON forms.
 */
@NullMarked
package io.catalogbridge.mapping.plan;

import org.jspecify.annotations.NullMarked;
