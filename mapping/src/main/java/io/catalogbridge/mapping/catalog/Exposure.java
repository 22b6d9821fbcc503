package io.catalogbridge.mapping.catalog;

/**
 * Through which consumption services an asset can be read from outside.
 *
 * @param external   marked for consumption in its definition or listed by the catalog
 * @param relational served relationally
 * @param analytical served analytically
 * @param parameters needs parameter values to be read
 */
public record Exposure(boolean external, boolean relational, boolean analytical, boolean parameters) {

    public static final Exposure NONE = new Exposure(false, false, false, false);
}
