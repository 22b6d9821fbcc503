package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.Lifecycle;
import io.catalogbridge.mapping.csn.ObjectFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An asset to be read, with what the lists and the catalog say about it; at least one of them does. */
record AssetTask(AssetId id, Optional<Listed> listed, Optional<CatalogAsset> exposed) {

    ObjectSegment segment() {
        return listed.map(Listed::segment)
                .or(() -> exposed.map(CatalogAsset::likelySegment))
                .orElseThrow();
    }

    /** What is known without the definition; {@code kind} is what the asset turned out to be, if anything. */
    ObjectFacts facts(@Nullable AssetKind kind) {
        Optional<ListedObject> row = listed.map(Listed::row);
        return new ObjectFacts(
                row.map(ListedObject::label)
                        .or(() -> exposed.map(CatalogAsset::label))
                        .orElse(null),
                kind,
                row.map(ListedObject::type)
                        .or(() -> listed.map(found -> found.segment().type()))
                        .orElse(null),
                row.map(ListedObject::semanticUsage).orElse(null),
                row.map(ListedObject::lifecycle).orElse(Lifecycle.UNKNOWN),
                exposed.map(CatalogAsset::exposure).orElse(Exposure.NONE));
    }

    Optional<String> metadataUrl() {
        return exposed.flatMap(CatalogAsset::metadataUrl);
    }

    /**
     * Different after every change of the definition, and after being exposed or hidden; empty if that cannot be told. The
     * tenant's host and port are left out: another way to the same tenant changes nothing.
     */
    Optional<String> changeMark() {
        String exposure = metadataUrl().map(AssetTask::withoutHost).orElse("");
        return listed.flatMap(found -> found.row().changeMark()).map(mark -> mark + "|" + exposure);
    }

    private static String withoutHost(String url) {
        return url.replaceFirst("^[a-z]+://[^/]+", "");
    }
}
