package io.catalogbridge.connectors.spi;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import java.util.Optional;

/**
 * What a source read earlier, so that it need not read what has not changed since.
 *
 * <p>A source asks once per asset and run, from several threads at once, and keeps what it reads anew. An entry is only good
 * for the change mark it was kept under. Implementations may forget at any time.
 */
public interface DefinitionCache {

    /** Remembers nothing: everything is read every time. */
    DefinitionCache NONE = new DefinitionCache() {
        @Override
        public Optional<CachedDefinition> find(AssetId asset, String changeMark) {
            return Optional.empty();
        }

        @Override
        public void keep(AssetId asset, String changeMark, CachedDefinition definition) {}
    };

    Optional<CachedDefinition> find(AssetId asset, String changeMark);

    /** Replaces whatever was kept for the asset. */
    void keep(AssetId asset, String changeMark, CachedDefinition definition);

    /**
     * Documents as read.
     *
     * @param kind     what the asset turned out to be
     * @param document the definition, JSON
     * @param metadata the {@code $metadata} document, XML; empty if the asset is not exposed
     */
    record CachedDefinition(AssetKind kind, String document, Optional<String> metadata) {}
}
