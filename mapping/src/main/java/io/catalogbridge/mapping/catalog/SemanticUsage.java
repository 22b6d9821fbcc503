package io.catalogbridge.mapping.catalog;

import java.util.Locale;

/** What a dataset is used for, in the words of Datasphere's {@code semanticUsage} and {@code modelingPattern}. */
public enum SemanticUsage {
    FACT,
    DIMENSION,
    TEXT,
    HIERARCHY,
    RELATIONAL_DATASET,
    ANALYTICAL_DATASET,
    UNKNOWN;

    /** For example {@code relational-dataset}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
