package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import java.util.Optional;

/** Makes identifiers of names that nobody has checked. */
final class Ids {

    private Ids() {}

    /** Empty if no asset can have such a space or name. */
    static Optional<AssetId> of(String space, String name) {
        return space.isEmpty() || space.indexOf('/') >= 0 || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new AssetId(space, name));
    }

    /** What findings about the object name as their subject. */
    static String subject(String space, String name) {
        return of(space, name).map(AssetId::text).orElse(AssetId.SCHEME + space);
    }
}
