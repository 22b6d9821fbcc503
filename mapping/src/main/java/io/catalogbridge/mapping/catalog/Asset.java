package io.catalogbridge.mapping.catalog;

import java.util.Comparator;
import java.util.List;

/**
 * One thing discovered in a tenant. Either a {@link Dataset}, which has columns, or a {@link DataProcess}, which moves or
 * orders data, or an {@link OtherObject}, of which only the existence is known.
 */
public sealed interface Asset permits Dataset, DataProcess, OtherObject {

    Comparator<Asset> BY_ID = Comparator.comparing(Asset::id);

    /** What all kinds of asset have. */
    AssetHead head();

    AssetKind kind();

    /** The objects data is read from, distinct and in order of first mention. */
    List<ObjectRef> sources();

    /** The objects data is written to; empty for everything that only reads. */
    default List<ObjectRef> targets() {
        return List.of();
    }

    default AssetId id() {
        return head().id();
    }
}
