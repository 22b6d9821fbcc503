package io.catalogbridge.mapping.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of asset; {@link #label} is the spelling people, JSON and the command line use. */
public enum AssetKind {
    LOCAL_TABLE,
    REMOTE_TABLE,
    VIEW,
    ANALYTIC_MODEL,
    DATA_FLOW,
    REPLICATION_FLOW,
    TRANSFORMATION_FLOW,
    TASK_CHAIN,
    OTHER;

    /** For example {@code analytic-model}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AssetKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equalsIgnoreCase(label))
                .findFirst();
    }
}
