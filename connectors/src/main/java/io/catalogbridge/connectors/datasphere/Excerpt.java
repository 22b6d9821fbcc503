package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a snapshot that was asked for, without what was read only to understand it. What of that could not be read is
 * a gap all the same if the part builds on it.
 */
final class Excerpt {

    private Excerpt() {}

    static CatalogSnapshot of(CatalogSnapshot snapshot, DiscoveryScope scope) {
        Set<String> foundations = missingFoundations(snapshot, scope);
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
                        .filter(gap -> concerns(scope, gap.subject()) || foundations.contains(gap.subject()))
                        .toList());
    }

    /** The sources outside of the scope that are not in the snapshot, and their spaces. */
    private static Set<String> missingFoundations(CatalogSnapshot snapshot, DiscoveryScope scope) {
        Set<AssetId> known = snapshot.assets().stream().map(Asset::id).collect(Collectors.toSet());
        return snapshot.assets().stream()
                .filter(asset -> scope.contains(asset.id().space()))
                .flatMap(asset -> asset.sources().stream())
                .filter(AssetId.class::isInstance)
                .map(AssetId.class::cast)
                .filter(source -> !scope.contains(source.space()) && !known.contains(source))
                .flatMap(source -> Stream.of(source.text(), AssetId.SCHEME + source.space()))
                .collect(Collectors.toSet());
    }

    /** What concerns no single space concerns all. */
    private static boolean concerns(DiscoveryScope scope, String subject) {
        String place = subject.startsWith(AssetId.SCHEME) ? subject.substring(AssetId.SCHEME.length()) : "";
        int slash = place.indexOf('/');
        String space = slash < 0 ? place : place.substring(0, slash);
        return space.isEmpty() || scope.contains(space);
    }
}
