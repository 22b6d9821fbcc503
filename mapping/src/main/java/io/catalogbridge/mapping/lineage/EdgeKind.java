package io.catalogbridge.mapping.lineage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one end of an edge has to do with the other. */
public enum EdgeKind {
    /** The dataset at the end reads the object at the start whenever it is read itself. */
    READS,
    /** A flow copies rows from the start to the end. */
    LOADS,
    /** The task chain at the start runs the object at the end; no data passes. */
    RUNS,
    /** The Glue table at the end stands for the asset at the start. */
    MAPS_TO;

    /** For example {@code maps-to}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that a label names. */
    public static Optional<EdgeKind> labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** True if data passes from start to end. */
    public boolean carriesData() {
        return this != RUNS;
    }
}
