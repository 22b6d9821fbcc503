package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.DefinitionCache;
import io.catalogbridge.mapping.catalog.AssetId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the last definition of each asset, in memory. */
final class RememberingCache implements DefinitionCache {

    private final Map<AssetId, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public Optional<CachedDefinition> find(AssetId asset, String changeMark) {
        return Optional.ofNullable(entries.get(asset))
                .filter(entry -> entry.mark.equals(changeMark))
                .map(Entry::definition);
    }

    @Override
    public void keep(AssetId asset, String changeMark, CachedDefinition definition) {
        entries.put(asset, new Entry(changeMark, definition));
    }

    private record Entry(String mark, CachedDefinition definition) {}
}
