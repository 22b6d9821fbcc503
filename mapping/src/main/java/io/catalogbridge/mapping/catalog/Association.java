package io.catalogbridge.mapping.catalog;

import java.util.List;

/**
 * A link to another dataset.
 *
 * @param name   as in the definition; newer analytic models end it with U+221E and a number
 * @param target the dataset it leads to
 * @param on     pairs of columns that must be equal; empty if the condition is not a plain comparison of columns
 */
public record Association(String name, AssetId target, List<ColumnPair> on) {

    public Association {
        on = List.copyOf(on);
    }

    /** A column here equals a column there. */
    public record ColumnPair(String here, String there) {}
}
