package io.catalogbridge.mapping.catalog;

import java.util.List;

/**
 * An object that has no counterpart in a data catalog, such as a data access control.
 *
 * @param type the object's type as the source spells it
 */
public record OtherObject(AssetHead head, String type) implements Asset {

    @Override
    public AssetKind kind() {
        return AssetKind.OTHER;
    }

    @Override
    public List<ObjectRef> sources() {
        return List.of();
    }
}
