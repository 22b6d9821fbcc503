package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;

/** The part of a snapshot that was asked for, without what was read only to understand it. */
final class Excerpt {

    private Excerpt() {}

    static CatalogSnapshot of(CatalogSnapshot snapshot, DiscoveryScope scope) {
        return new CatalogSnapshot(
                snapshot.tenant(),
                snapshot.whole(),
                snapshot.names(),
                snapshot.spaces().stream()
                        .filter(space -> scope.contains(space.name()))
                        .toList(),
                snapshot.assets().stream()
                        .filter(asset -> scope.contains(asset.id().space()))
                        .toList(),
                snapshot.findings().stream()
                        .filter(finding -> concerns(scope, finding.subject()))
                        .toList(),
                snapshot.gaps().stream()
                        .filter(gap -> concerns(scope, gap.subject()))
                        .toList());
    }

    /** What concerns no single space concerns all. */
    private static boolean concerns(DiscoveryScope scope, String subject) {
        String place = subject.startsWith(AssetId.SCHEME) ? subject.substring(AssetId.SCHEME.length()) : "";
        int slash = place.indexOf('/');
        String space = slash < 0 ? place : place.substring(0, slash);
        return space.isEmpty() || scope.contains(space);
    }
}
