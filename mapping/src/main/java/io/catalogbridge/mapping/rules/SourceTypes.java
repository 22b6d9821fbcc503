package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.DataType;

/** How the source spells its types, for people who know the tenant. */
public final class SourceTypes {

    private SourceTypes() {}

    /** Such as {@code cds.Decimal(15,2)}; empty if the type is not known. */
    public static String spelling(DataType type) {
        return TypeRules.spelling(type);
    }
}
