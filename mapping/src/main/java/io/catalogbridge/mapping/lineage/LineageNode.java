package io.catalogbridge.mapping.lineage;

import io.catalogbridge.mapping.catalog.AssetId;

/**
 * A thing that data comes from or goes to, or that moves it.
 *
 * @param id         identifier, such as {@code datasphere:SALES/ORDERS}
 * @param kind       kind of asset, such as {@code view}; {@code external}, {@code glue-table}, or {@code unknown} for an
 *                   asset that is referred to but was not discovered
 * @param label      business name if there is one, else the technical name
 * @param discovered false if only a reference to it is known
 */
public record LineageNode(String id, String kind, String label, boolean discovered) {

    public static final String EXTERNAL = "external";
    public static final String GLUE_TABLE = "glue-table";
    public static final String UNKNOWN = "unknown";

    /** What is known of a thing by its identifier alone. */
    static LineageNode referred(String id) {
        return AssetId.parse(id)
                .map(asset -> new LineageNode(id, UNKNOWN, asset.name(), false))
                .orElseGet(() -> new LineageNode(id, EXTERNAL, id.substring(id.indexOf('/') + 1), false));
    }
}
