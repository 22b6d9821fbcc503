/**
 * The change as a value: what should be, what is and what we last wrote become an ordered plan, which can be printed,
 * stored, approved and compared without a network.
 *
 * <p>Start with {@link io.catalogbridge.mapping.plan.Planner}. Applying plans and remembering what was applied does not belong
 * here. Imports {@code catalog} (for findings), {@code glue} and, for the JSON form, Jackson.
 */
@NullMarked
package io.catalogbridge.mapping.plan;

import org.jspecify.annotations.NullMarked;
