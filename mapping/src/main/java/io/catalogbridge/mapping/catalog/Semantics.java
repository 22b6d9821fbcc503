package io.catalogbridge.mapping.catalog;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column stand for. Columns and associations are named as in the same dataset.
 *
 * @param currencyColumn        column with the currency of this amount
 * @param unitColumn            column with the unit of this quantity
 * @param textColumn            column with the readable text for this value
 * @param textAssociation       association to a table of texts
 * @param foreignKeyAssociation association whose target this value identifies
 * @param types                 semantic types as the source spells them after {@code @Semantics.}, such as
 *                              {@code currencyCode}, {@code language}, {@code calendar.yearMonth}, {@code geoLocation.latitude}
 * @param hidden                not meant to be shown to consumers
 * @param representativeKey     the key column that stands for the whole key
 */
public record Semantics(
        @Nullable String currencyColumn,
        @Nullable String unitColumn,
        @Nullable String textColumn,
        @Nullable String textAssociation,
        @Nullable String foreignKeyAssociation,
        SortedSet<String> types,
        boolean hidden,
        boolean representativeKey) {

    public static final Semantics NONE =
            new Semantics(null, null, null, null, null, Collections.emptySortedSet(), false, false);

    public Semantics {
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    }

    public Semantics withTextColumn(@Nullable String other) {
        return new Semantics(
                currencyColumn,
                unitColumn,
                other,
                textAssociation,
                foreignKeyAssociation,
                types,
                hidden,
                representativeKey);
    }
}
