package io.catalogbridge.server.store;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.server.store.CatalogIndex.Content;
import io.catalogbridge.server.store.CatalogIndex.Edge;
import io.catalogbridge.server.store.CatalogIndex.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogIndexTest {

    private static final String ENV = "dog";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order items",
                "ORDER_ITEMS",
                "orderitems",
                "Auftrags",
                "auftragspositionen",
                "nettobetrag",
                "net amount",
                "NET_AMOUNT",
                "groesse",
                "größe",
                "grosse",
                "items order"
            })
    void findsByNameLabelDescriptionAndColumn(String words) {
        replace(entry(
                "SALES/ORDER_ITEMS", "orderItems", "Auftragspositionen", "Größe und Preis", "NET_AMOUNT Nettobetrag"));

        assertThat(ids(search(words))).containsExactly("datasphere:SALES/ORDER_ITEMS");
    }

    @Test
    void anExactNameComesFirst() {
        replace(
                entry("A/ORDERS_HISTORY", "ORDERS_HISTORY", "Orders", null, "ORDERS"),
                entry("A/ORDERS", "ORDERS", null, null, ""),
                entry("A/X", "X", "All about orders", "orders orders orders", "ORDERS"));

        assertThat(ids(search("orders"))).first().isEqualTo("datasphere:A/ORDERS");
    }

    @Test
    void wordsThatAreNeverTogetherAreFoundApart() {
        replace(entry("A/CATS", "CATS", null, null, ""), entry("A/DOGS", "DOGS", null, null, ""));

        assertThat(ids(search("cats dogs"))).containsExactlyInAnyOrder("datasphere:A/CATS", "datasphere:A/DOGS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "a OR b", "NEAR(", "*", "name:x", "'; drop table entry; --", "\u0000", "💥", "( ) AND"})
    void hostileWordsAreOnlyWords(String words) {
        replace(entry("A/ORDERS", "ORDERS", null, null, ""));

        search(words);

        assertThat(ids(search("orders"))).containsExactly("datasphere:A/ORDERS");
    }

    @Test
    void pagesCoverEverythingOnce() {
        replace(IntStream.range(0, 25)
                .mapToObj(i -> entry("A/T" + i, "T" + i, "Table", null, ""))
                .toArray(CatalogEntry[]::new));

        Page first = store.catalog().search(ENV, new SearchQuery("table", null, null, 10, null));
        Page second = store.catalog().search(ENV, new SearchQuery("table", null, null, 10, first.nextCursor()));
        Page third = store.catalog().search(ENV, new SearchQuery("table", null, null, 10, second.nextCursor()));

        assertThat(first.total()).isEqualTo(25);
        assertThat(third.nextCursor()).isNull();
        assertThat(IntStream.of(
                                first.items().size(),
                                second.items().size(),
                                third.items().size())
                        .sum())
                .isEqualTo(25);
        assertThat(List.of(first, second, third).stream().flatMap(page -> ids(page).stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new SearchQuery("x", null, null, 10, "../../etc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void filtersByKindAndSystem() {
        replace(entry("A/ORDERS", "ORDERS", null, null, ""));

        assertThat(store.catalog()
                        .search(ENV, new SearchQuery("orders", "view", null, 10, null))
                        .total())
                .isZero();
        assertThat(store.catalog()
                        .search(ENV, new SearchQuery("orders", "local-table", "datasphere", 10, null))
                        .total())
                .isEqualTo(1);
        assertThat(store.catalog()
                        .search(ENV, new SearchQuery("", null, "glue", 10, null))
                        .total())
                .isZero();
    }

    @Test
    void whatIsGoneDisappearsOnlyWhenEverythingWasRead() {
        replace(entry("A/ONE", "ONE", null, null, ""), entry("A/TWO", "TWO", null, null, ""));

        store.catalog()
                .replace(ENV, content(List.of(new Gap("datasphere:A", "403")), entry("A/ONE", "ONE", null, null, "")));
        assertThat(search("two").total()).isEqualTo(1);

        replace(entry("A/ONE", "ONE", null, null, ""));
        assertThat(search("two").total()).isZero();
        assertThat(search("one").total()).isEqualTo(1);
    }

    @Test
    void aChangedEntryIsFoundByItsNewWordsOnly() {
        replace(entry("A/ONE", "ONE", "Umsatz", null, ""));
        replace(entry("A/ONE", "ONE", "Revenue", null, ""));

        assertThat(search("umsatz").total()).isZero();
        assertThat(search("revenue").total()).isEqualTo(1);
    }

    @Test
    void environmentsDoNotSeeEachOther() {
        replace(entry("A/ONE", "ONE", null, null, ""));

        assertThat(store.catalog()
                        .search("wolf", new SearchQuery("one", null, null, 10, null))
                        .total())
                .isZero();
        assertThat(store.catalog().facts("wolf")).isEmpty();
    }

    @Test
    void theDiscoveryIsRememberedAsAWhole() {
        Finding finding = Finding.warning("type-lossy", "datasphere:A/ONE#X", "a time becomes a text", "none needed");
        Edge edge = new Edge("datasphere:A/ONE", "datasphere:A/TWO", "reads", null, true);
        Content content = new Content(
                "tenant",
                true,
                1,
                2,
                List.of(),
                List.of(entry("A/ONE", "ONE", null, null, "")),
                List.of(edge),
                List.of(finding));

        store.catalog().replace(ENV, content);
        store.catalog().replace(ENV, content);

        assertThat(store.catalog().findings(ENV)).containsExactly(finding);
        assertThat(store.catalog().edges(ENV)).containsExactly(edge);
        assertThat(store.catalog().facts(ENV)).hasValueSatisfying(facts -> {
            assertThat(facts.assets()).isEqualTo(2);
            assertThat(facts.complete()).isTrue();
        });
        assertThat(store.catalog().counts(ENV)).containsEntry("datasphere/local-table", 1L);
    }

    private void replace(CatalogEntry... entries) {
        store.catalog().replace(ENV, content(List.of(), entries));
    }

    private static Content content(List<Gap> gaps, CatalogEntry... entries) {
        return new Content("tenant", true, 1, entries.length, gaps, List.of(entries), List.of(), List.of());
    }

    private Page search(String words) {
        return store.catalog().search(ENV, new SearchQuery(words, null, null, 20, null));
    }

    private static List<String> ids(Page page) {
        return page.items().stream().map(CatalogEntry::id).toList();
    }

    private static CatalogEntry entry(
            String id, String name, @Nullable String label, @Nullable String description, String columns) {
        return new CatalogEntry(
                "datasphere:" + id,
                "datasphere",
                "local-table",
                name,
                label,
                "SALES",
                description,
                null,
                columns,
                "{}");
    }
}
