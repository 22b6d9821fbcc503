package io.catalogbridge.mapping.catalog;

/**
 * What all kinds of asset have.
 *
 * @param id        identity
 * @param business  what it means to people
 * @param lifecycle when and by whom it was made, changed and deployed
 * @param exposure  through which services others may read it
 */
public record AssetHead(AssetId id, BusinessContext business, Lifecycle lifecycle, Exposure exposure) {

    /** A head of which nothing but the identity is known. */
    public static AssetHead of(AssetId id) {
        return new AssetHead(id, BusinessContext.NONE, Lifecycle.UNKNOWN, Exposure.NONE);
    }

    /** The label if there is one, else the technical name. */
    public String title() {
        String label = business.label();
        return label == null ? id.name() : label;
    }
}
