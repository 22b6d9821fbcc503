package io.catalogbridge.server.store;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.server.store.CatalogIndex.Content;
import io.catalogbridge.server.store.CatalogIndex.Edge;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.catalogbridge.server.store.Entries.content;
import static org.assertj.core.api.Assertions.assertThat;

/** What the index keeps of a discovery. */
class CatalogIndexTest {

    private static final String ENV = "dog";
    private static final CatalogEntry ONE = Entries.table("ONE").entry();
    private static final CatalogEntry TWO = Entries.table("TWO").entry();

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsGoneDisappearsOnlyWhenEverythingWasRead() {
        replace(content(ONE, TWO));

        replace(content(List.of(new Gap("datasphere:A", "403")), ONE));
        assertThat(total("two")).isEqualTo(1);

        replace(content(ONE));
        assertThat(total("two")).isZero();
        assertThat(store.catalog().find(ENV, TWO.id())).isEmpty();
        assertThat(total("one")).isEqualTo(1);
    }

    @Test
    void aChangedEntryIsFoundByItsNewWordsOnly() {
        replace(content(Entries.table("ONE").label("Umsatz").entry()));
        replace(content(Entries.table("ONE").label("Revenue").entry()));

        assertThat(total("umsatz")).isZero();
        assertThat(total("revenue")).isEqualTo(1);
    }

    @Test
    void entriesThatChangeAndEntriesThatComeDoNotGetInEachOthersWay() {
        replace(content(ONE, TWO));

        replace(content(
                ONE,
                Entries.table("TWO").label("Changed").entry(),
                Entries.table("THREE").label("New").entry()));

        assertThat(total("changed")).isEqualTo(1);
        assertThat(total("new")).isEqualTo(1);
        assertThat(total("")).isEqualTo(3);
    }

    @Test
    void anEntryThatBecomesExposedIsThereOnce() {
        replace(content(Entries.view("ONE").entry()));
        replace(content(Entries.view("ONE").exposed().entry()));

        assertThat(total("one")).isEqualTo(1);
        assertThat(total("")).isEqualTo(1);
    }

    @Test
    void environmentsDoNotSeeEachOther() {
        replace(content(ONE));
        store.catalog().replace("wolf", content(TWO));

        assertThat(total("two")).isZero();
        assertThat(total("")).isEqualTo(1);
        assertThat(search("wolf", "two").items()).containsExactly(TWO);
        assertThat(search("bear", "two").total()).isZero();
        assertThat(store.catalog().facts("bear")).isEmpty();
    }

    @Test
    void anEntryComesBackAsItWasGiven() {
        CatalogEntry entry = Entries.view("NET")
                .label("Net")
                .description("All of it")
                .counterpart("glue:x/net")
                .column("A", "b")
                .entry();
        replace(content(entry));

        assertThat(store.catalog().find(ENV, entry.id())).contains(entry);
        assertThat(store.catalog()
                        .startingWith(ENV, "datasphere:SALES/", null, 5)
                        .items())
                .containsExactly(entry);
        assertThat(search(ENV, "net").items()).containsExactly(entry);
    }

    @Test
    void theDiscoveryIsRememberedAsAWhole() {
        Finding finding = Finding.warning("type-lossy", "datasphere:A/ONE#X", "a time becomes a text", "none needed");
        Edge edge = new Edge("datasphere:A/ONE", "datasphere:A/TWO", "reads", null, true);
        Content content = new Content("tenant", true, 1, 2, List.of(), List.of(ONE), List.of(edge), List.of(finding));

        replace(content);
        replace(content);

        assertThat(store.catalog().findings(ENV)).containsExactly(finding);
        assertThat(store.catalog().edges(ENV)).containsExactly(edge);
        assertThat(store.catalog().facts(ENV)).hasValueSatisfying(facts -> {
            assertThat(facts.assets()).isEqualTo(2);
            assertThat(facts.complete()).isTrue();
        });
        assertThat(store.catalog().counts(ENV)).containsEntry("datasphere/local-table", 1L);
    }

    @Test
    void edgesThatAreGoneDisappearWithTheirTargetOrWithEverything() {
        Edge kept = new Edge("a", "x", "reads", null, true);
        Edge gone = new Edge("b", "x", "reads", null, true);
        Edge elsewhere = new Edge("a", "y", "reads", null, true);
        replace(edges(List.of(), kept, gone, elsewhere));

        replace(edges(List.of(new Gap("datasphere:A", "403")), kept));
        assertThat(store.catalog().edges(ENV)).containsExactly(kept, elsewhere);

        replace(edges(List.of(), kept));
        assertThat(store.catalog().edges(ENV)).containsExactly(kept);
    }

    private static Content edges(List<Gap> gaps, Edge... edges) {
        return new Content("tenant", true, 1, 0, gaps, List.of(), List.of(edges), List.of());
    }

    private void replace(Content content) {
        store.catalog().replace(ENV, content);
    }

    private long total(String words) {
        return search(ENV, words).total();
    }

    private SearchResult search(String environment, String words) {
        return store.catalog().search(environment, new SearchQuery(words, SearchFilter.NONE, 20, null));
    }
}
