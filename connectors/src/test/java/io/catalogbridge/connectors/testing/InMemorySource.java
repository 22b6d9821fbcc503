package io.catalogbridge.connectors.testing;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Space;
import java.util.ArrayList;
import java.util.List;

/** A source that always finds what it was given. */
public final class InMemorySource implements CatalogSource {

    private final CatalogSnapshot content;

    public InMemorySource(CatalogSnapshot content) {
        this.content = content;
    }

    @Override
    public CatalogSnapshot discover(DiscoveryScope scope, Progress progress) {
        List<Space> spaces = content.spaces().stream()
                .filter(space -> scope.contains(space.name()))
                .toList();
        progress.stage("spaces", spaces.size());
        progress.advance(spaces.size());
        return new CatalogSnapshot(
                content.tenant(),
                scope.whole(),
                content.names(),
                spaces,
                content.assets().stream()
                        .filter(asset -> scope.contains(asset.id().space()))
                        .toList(),
                content.findings(),
                gaps(scope, progress));
    }

    private List<Gap> gaps(DiscoveryScope scope, Progress progress) {
        List<Gap> gaps = new ArrayList<>(content.gaps());
        scope.spaces().stream()
                .filter(space -> content.space(space).isEmpty())
                .forEach(space -> gaps.add(new Gap(AssetId.SCHEME + space, "There is no such space")));
        if (progress.cancelled()) {
            gaps.add(new Gap(AssetId.SCHEME, "The run was cancelled"));
        }
        return gaps;
    }

    @Override
    public CallCounts calls() {
        return CallCounts.NONE;
    }

    @Override
    public void close() {}
}
