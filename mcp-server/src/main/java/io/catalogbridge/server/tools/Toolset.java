package io.catalogbridge.server.tools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tools that are offered together. */
public enum Toolset {
    /** Finding and understanding data. */
    DISCOVER,
    /** Where data comes from and goes, and what a change touches. */
    LINEAGE,
    /** Planning, running and watching synchronisation, and settling conflicts. */
    SYNC,
    /** The rules by which assets become tables. */
    MAPPING,
    /** What happened, and whether all is well. */
    OPERATIONS;

    /** Stands for the toolsets that are offered unless others are chosen. */
    static final String DEFAULT = "default";

    /** Stands for every toolset. */
    static final String ALL = "all";

    /** For example {@code discover}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names that stand for toolsets, those that stand for several last. */
    static List<String> labels() {
        List<String> labels =
                new ArrayList<>(Arrays.stream(values()).map(Toolset::label).toList());
        labels.addAll(List.of(DEFAULT, ALL));
        return labels;
    }

    /** Whether one of these names stands for this toolset. */
    boolean isAmong(List<String> labels) {
        return labels.stream().anyMatch(label -> label.equals(label()) || label.equals(DEFAULT) || label.equals(ALL));
    }
}
