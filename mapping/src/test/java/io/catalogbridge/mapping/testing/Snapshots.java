package io.catalogbridge.mapping.testing;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Space;
import java.util.Arrays;
import java.util.List;

/** Snapshots for tests, of a tenant called {@code TENANT}, with the spaces their assets are in. */
public final class Snapshots {

    private Snapshots() {}

    /** A complete snapshot of the whole tenant. */
    public static CatalogSnapshot of(Asset... assets) {
        return of(Arrays.asList(assets));
    }

    public static CatalogSnapshot of(List<? extends Asset> assets) {
        return new CatalogSnapshot("TENANT", true, spaces(assets), List.copyOf(assets), List.of(), List.of());
    }

    /** The same with a part missing. */
    public static CatalogSnapshot partial(Gap gap, Asset... assets) {
        List<Asset> list = Arrays.asList(assets);
        return new CatalogSnapshot("TENANT", true, spaces(list), list, List.of(), List.of(gap));
    }

    private static List<Space> spaces(List<? extends Asset> assets) {
        return assets.stream()
                .map(asset -> asset.id().space())
                .distinct()
                .map(name -> new Space(name, null, null, List.of()))
                .toList();
    }
}
