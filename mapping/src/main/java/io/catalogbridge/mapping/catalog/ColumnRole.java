package io.catalogbridge.mapping.catalog;

import org.jspecify.annotations.Nullable;

/** What part a column plays in analysis. */
public sealed interface ColumnRole {

    ColumnRole NONE = new None();
    ColumnRole DIMENSION = new Dimension();

    /** Nothing is said. */
    record None() implements ColumnRole {}

    /** Values to group and filter by. */
    record Dimension() implements ColumnRole {}

    /**
     * Values to aggregate.
     *
     * @param kind        how the measure is defined
     * @param aggregation how values are combined, such as {@code SUM}; absent if not stated
     * @param formula     the formula of a calculated or restricted measure as the model spells it; absent otherwise
     */
    record Measure(
            MeasureKind kind,
            @Nullable String aggregation,
            @Nullable String formula) implements ColumnRole {}

    /** How a measure is defined. */
    enum MeasureKind {
        BASE,
        CALCULATED,
        RESTRICTED,
        COUNT_DISTINCT,
        OTHER
    }
}
