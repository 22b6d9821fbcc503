package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTest {

    private static final AssetId READ = new AssetId("HR", "READ");
    private static final AssetId UNREAD = new AssetId("HR", "UNREAD");

    @Test
    void gapsElsewhereDoNotConcernWhatDoesNotBuildOnThem() {
        assertThat(sales(READ, new Gap("datasphere:HR", "closed")).complete()).isTrue();
        assertThat(sales(UNREAD, new Gap("datasphere:FIN", "closed")).complete())
                .isTrue();
    }

    @Test
    void aSourceThatCouldNotBeReadIsAGapWhereverItIs() {
        Gap object = new Gap(UNREAD.text(), "no answer");
        Gap space = new Gap("datasphere:HR", "closed");

        assertThat(sales(UNREAD, object).gaps()).containsExactly(object);
        assertThat(sales(UNREAD, space).gaps()).containsExactly(space);
    }

    /** Space SALES alone, with one view; of space HR, one table was read. */
    private static CatalogSnapshot sales(AssetId source, Gap gap) {
        Dataset view = new Dataset.View(
                AssetHead.of(new AssetId("SALES", "VIEW")),
                Shape.of(List.of()),
                new ViewBody.Unread(),
                List.of(source));
        Dataset table = new Dataset.LocalTable(AssetHead.of(READ), Shape.of(List.of()), new TableOrigin.Managed());
        CatalogSnapshot snapshot =
                new CatalogSnapshot("tenant", false, List.of(), List.of(view, table), List.of(), List.of(gap));
        return Excerpt.of(snapshot, DiscoveryScope.of(List.of("SALES")));
    }
}
