package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.SemanticUsage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words Datasphere has for what a dataset is used for, in definitions and in lists. */
final class Usages {

    private static final Map<String, SemanticUsage> WORDS = Map.ofEntries(
            Map.entry("FACT", SemanticUsage.FACT),
            Map.entry("ANALYTICAL_FACT", SemanticUsage.FACT),
            Map.entry("DIMENSION", SemanticUsage.DIMENSION),
            Map.entry("ANALYTICAL_DIMENSION", SemanticUsage.DIMENSION),
            Map.entry("TEXT", SemanticUsage.TEXT),
            Map.entry("LANGUAGE_DEPENDENT_TEXT", SemanticUsage.TEXT),
            Map.entry("HIERARCHY", SemanticUsage.HIERARCHY),
            Map.entry("HIERARCHYWITHDIRECTORY", SemanticUsage.HIERARCHY),
            Map.entry("PARENT_CHILD_HIERARCHY_NODE_PROVIDER", SemanticUsage.HIERARCHY),
            Map.entry("RELATIONALDATASET", SemanticUsage.RELATIONAL_DATASET),
            Map.entry("DATA_STRUCTURE", SemanticUsage.RELATIONAL_DATASET),
            Map.entry("ANALYTICALDATASET", SemanticUsage.ANALYTICAL_DATASET),
            Map.entry("ANALYTICAL_CUBE", SemanticUsage.ANALYTICAL_DATASET));

    private Usages() {}

    static SemanticUsage of(@Nullable String word) {
        return WORDS.getOrDefault(Annotations.folded(word), SemanticUsage.UNKNOWN);
    }

    /** By its modelling pattern or, in definitions that have none, by the first of its capabilities that says something. */
    static SemanticUsage ofDefinition(Annotations annotations) {
        SemanticUsage pattern = of(annotations.symbol("@ObjectModel.modelingPattern"));
        return pattern != SemanticUsage.UNKNOWN
                ? pattern
                : annotations.values("@ObjectModel.supportedCapabilities").stream()
                        .map(Usages::of)
                        .filter(usage -> usage != SemanticUsage.UNKNOWN)
                        .findFirst()
                        .orElse(SemanticUsage.UNKNOWN);
    }
}
