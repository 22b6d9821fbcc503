package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.Lifecycle;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lists and the catalog say about an asset, apart from its definition.
 *
 * @param label         business name; absent if not stated
 * @param kind          kind of asset; absent if the list does not tell
 * @param type          type as the list or its path segment spells it, such as {@code dataaccesscontrols}; absent if unknown
 * @param semanticUsage as the list spells it, such as {@code RelationalDataset}; absent if not stated
 */
public record ObjectFacts(
        @Nullable String label,
        @Nullable AssetKind kind,
        @Nullable String type,
        @Nullable String semanticUsage,
        Lifecycle lifecycle,
        Exposure exposure) {

    static final ObjectFacts NONE = new ObjectFacts(null, null, null, null, Lifecycle.UNKNOWN, Exposure.NONE);

    /** Both taken together. Where they contradict each other the choice is arbitrary, but does not depend on the order. */
    ObjectFacts and(ObjectFacts other) {
        return new ObjectFacts(
                either(label, other.label),
                either(kind, other.kind),
                either(type, other.type),
                either(semanticUsage, other.semanticUsage),
                either(lifecycle, other.lifecycle),
                either(exposure, other.exposure));
    }

    private static <T extends Comparable<T>> @Nullable T either(@Nullable T one, @Nullable T other) {
        return Stream.of(one, other)
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Lifecycle either(Lifecycle one, Lifecycle other) {
        return new Lifecycle(
                either(one.status(), other.status()),
                either(one.createdOn(), other.createdOn()),
                either(one.changedOn(), other.changedOn()),
                either(one.deployedOn(), other.deployedOn()),
                either(one.createdBy(), other.createdBy()),
                either(one.changedBy(), other.changedBy()));
    }

    static Exposure either(Exposure one, Exposure other) {
        return new Exposure(
                one.external() || other.external(),
                one.relational() || other.relational(),
                one.analytical() || other.analytical(),
                one.parameters() || other.parameters());
    }
}
