package io.catalogbridge.connectors.testing;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Space;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every source has to meet. A source under test shows at least one space with at least one asset that has columns, and
 * does not change meanwhile.
 */
@Timeout(120)
public abstract class SourceContract {

    /** The source under test, opened anew for each test and closed by it. */
    protected abstract CatalogSource open() throws Exception;

    @Test
    void findsAssetsWithColumnsInTheSpacesItNames() throws Exception {
        CatalogSnapshot snapshot = discover(DiscoveryScope.ALL);

        assertThat(snapshot.whole()).isTrue();
        assertThat(snapshot.assets()).isNotEmpty();
        assertThat(snapshot.spaces()).extracting(Space::name).containsAll(spacesOf(snapshot));
        assertThat(snapshot.assets())
                .anySatisfy(asset -> assertThat(asset)
                        .isInstanceOfSatisfying(
                                Dataset.class,
                                dataset -> assertThat(dataset.columns()).isNotEmpty()));
    }

    @Test
    void findsTheSameAgain() throws Exception {
        try (CatalogSource source = open()) {
            CatalogSnapshot first = source.discover(DiscoveryScope.ALL, Progress.NONE);
            CatalogSnapshot second = source.discover(DiscoveryScope.ALL, Progress.NONE);

            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void findsInAPartWhatIsThereInTheWhole() throws Exception {
        CatalogSnapshot all = discover(DiscoveryScope.ALL);
        String space = spacesOf(all).get(0);

        CatalogSnapshot part = discover(DiscoveryScope.of(List.of(space)));

        assertThat(part.whole()).isFalse();
        assertThat(part.spaces()).extracting(Space::name).containsExactly(space);
        assertThat(part.assets())
                .isEqualTo(all.assets().stream()
                        .filter(asset -> asset.id().space().equals(space))
                        .toList());
    }

    @Test
    void aSpaceThatIsNotThereIsAGapAndNoProofOfAbsence() throws Exception {
        CatalogSnapshot snapshot = discover(DiscoveryScope.of(List.of("NO_SUCH_SPACE")));

        assertThat(snapshot.assets()).isEmpty();
        assertThat(snapshot.gaps()).extracting(Gap::subject).containsExactly("datasphere:NO_SUCH_SPACE");
    }

    @Test
    void whatWasCancelledIsNeverComplete() throws Exception {
        try (CatalogSource source = open()) {
            CatalogSnapshot snapshot = source.discover(DiscoveryScope.ALL, new Cancelled());

            assertThat(snapshot.complete()).isFalse();
        }
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        RecordedProgress progress = new RecordedProgress();
        try (CatalogSource source = open()) {
            CatalogSnapshot snapshot = source.discover(DiscoveryScope.ALL, progress);

            assertThat(progress.stages()).isNotEmpty();
            assertThat(progress.steps())
                    .isGreaterThanOrEqualTo(snapshot.spaces().size());
        }
    }

    @Test
    void countsOfCallsOnlyGrow() throws Exception {
        try (CatalogSource source = open()) {
            source.discover(DiscoveryScope.ALL, Progress.NONE);
            CallCounts before = source.calls();
            source.discover(DiscoveryScope.ALL, Progress.NONE);

            assertThat(before.since(source.calls())).isEqualTo(CallCounts.NONE);
        }
    }

    @Test
    void everyGapSaysWhatAndWhy() throws Exception {
        assertThat(discover(DiscoveryScope.ALL).gaps()).allSatisfy(gap -> {
            assertThat(gap.subject()).startsWith(AssetId.SCHEME);
            assertThat(gap.reason()).isNotBlank();
        });
    }

    private CatalogSnapshot discover(DiscoveryScope scope) throws Exception {
        try (CatalogSource source = open()) {
            return source.discover(scope, Progress.NONE);
        }
    }

    private static List<String> spacesOf(CatalogSnapshot snapshot) {
        return snapshot.assets().stream()
                .map(Asset::id)
                .map(AssetId::space)
                .distinct()
                .toList();
    }

    private static final class Cancelled implements Progress {
        @Override
        public boolean cancelled() {
            return true;
        }
    }
}
