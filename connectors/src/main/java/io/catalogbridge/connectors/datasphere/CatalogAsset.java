package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Exposure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry of the catalog: an asset exposed for consumption. */
record CatalogAsset(
        AssetId id,
        @Nullable String label,
        @Nullable String relationalMetadataUrl,
        @Nullable String analyticalMetadataUrl,
        boolean parameters) {

    /** Empty if the row names no space or no asset. */
    static Optional<CatalogAsset> of(JsonNode row) {
        String space = row.path("spaceName").asString("");
        String name = row.path("name").asString("");
        if (space.isEmpty() || name.isEmpty() || space.indexOf('/') >= 0) {
            return Optional.empty();
        }
        return Optional.of(new CatalogAsset(
                new AssetId(space, name),
                text(row, "label"),
                text(row, "assetRelationalMetadataUrl"),
                text(row, "assetAnalyticalMetadataUrl"),
                row.path("hasParameters").asBoolean(false)));
    }

    /** Where the richer description is: measures are only told apart on the analytical side. */
    Optional<String> metadataUrl() {
        return Optional.ofNullable(analyticalMetadataUrl).or(() -> Optional.ofNullable(relationalMetadataUrl));
    }

    Exposure exposure() {
        return new Exposure(true, relationalMetadataUrl != null, analyticalMetadataUrl != null, parameters);
    }

    /** The likelier place of its definition. */
    ObjectSegment likelySegment() {
        return analyticalMetadataUrl == null ? ObjectSegment.VIEWS : ObjectSegment.ANALYTIC_MODELS;
    }

    private static @Nullable String text(JsonNode row, String field) {
        String text = row.path(field).asString("");
        return text.isBlank() ? null : text;
    }
}
