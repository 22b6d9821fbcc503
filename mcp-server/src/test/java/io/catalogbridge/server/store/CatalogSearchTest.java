package io.catalogbridge.server.store;

import io.catalogbridge.server.store.SearchResult.Match;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.catalogbridge.server.store.Entries.asset;
import static io.catalogbridge.server.store.Entries.glue;
import static io.catalogbridge.server.store.Entries.table;
import static io.catalogbridge.server.store.Entries.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogSearchTest {

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
                "orderIt",
                "Auftrags",
                "auftragspositionen",
                "Auftragsposition",
                "nettobetrag",
                "net amount",
                "NET_AMOUNT",
                "netamount",
                "VBAK-NETWR",
                "/BIC/AZSD",
                "azsd",
                "groesse",
                "größe",
                "grosse",
                "GRÖSSE",
                "Verkaeufer",
                "Verkäufer",
                "items order",
                "datasphere:SALES/orderItems",
                "sales items",
                "auftragspositonen",
                "nettobtrag",
                "mettobetrag",
                "order itmes"
            })
    void findsByNameLabelDescriptionColumnAndContainer(String words) {
        index(
                table("orderItems")
                        .label("Auftragspositionen")
                        .description("Größe und Preis, je Verkaeufer")
                        .column("NET_AMOUNT", "Nettobetrag")
                        .column("VBAK-NETWR", "")
                        .column("/BIC/AZSD", ""),
                table("CUSTOMERS").in("CRM").label("Kunden"));

        assertThat(names(search(words))).containsExactly("orderItems");
    }

    @Test
    void ranksNamesBeforeLabelsBeforeBeginningsBeforeColumnsBeforeDescriptions() {
        index(
                table("T6").description("About the net revenue"),
                table("T5").column("NET_REVENUE", ""),
                table("T4").label("Plan of net revenue"),
                table("NET_REVENUE_BY_REGION_AND_NET_REVENUE_OF_NET"),
                table("T2").label("Net revenue"),
                table("NET_REVENUE"));

        assertThat(names(search("net revenue")))
                .containsExactly("NET_REVENUE", "T2", "NET_REVENUE_BY_REGION_AND_NET_REVENUE_OF_NET", "T4", "T5", "T6");
    }

    @Test
    void anExactLabelBeatsLongNamesThatRepeatItsWords() {
        index(
                table("SALES_ORDERS_OPEN_ORDERS_OF_SALES").label("Sales orders, open orders, sales"),
                table("OPEN_ORDERS_2").label("Orders (open) of open orders"),
                view("V_0815").label("Open orders"));

        assertThat(names(search("open orders"))).first().isEqualTo("V_0815");
    }

    @Test
    void listsModelsAndExposedViewsBeforeTablesAndAssetsBeforeTheirTwins() {
        index(
                glue("orders"),
                table("ORDERS"),
                view("ORDERS").in("B"),
                view("ORDERS").in("C").exposed(),
                asset("analytic-model", "ORDERS").in("D"));

        assertThat(search("orders").items())
                .extracting(CatalogEntry::id)
                .containsExactly(
                        "datasphere:D/ORDERS",
                        "datasphere:C/ORDERS",
                        "datasphere:B/ORDERS",
                        "datasphere:SALES/ORDERS",
                        "glue:datasphere_sales_dog/orders");
    }

    @Test
    void wholeNamesAreFoundAmongVeryManyWithTheSameWord() {
        index(Stream.concat(
                        IntStream.range(0, 1_000)
                                .mapToObj(i -> view("ORDER_" + i).exposed()),
                        Stream.of(table("T").label("Order"), glue("order")))
                .toArray(Entries[]::new));

        assertThat(names(search("order"))).startsWith("order", "T");
    }

    @Test
    void wordsThatAreNeverTogetherAreFoundApart() {
        index(table("CATS"), table("DOGS"));

        SearchResult result = search("cats dogs");

        assertThat(names(result)).containsExactlyInAnyOrder("CATS", "DOGS");
        assertThat(result.reading().allWords()).isFalse();
    }

    @Test
    void aQuestionFindsWhatHoldsMostOfItsWords() {
        index(
                table("A").label("Where the goods are"),
                table("B").label("Revenue of last year"),
                table("C").label("Net weight"),
                table("D").label("Net revenue"));

        SearchResult result = search("where does our net revenue come from");

        assertThat(names(result)).first().isEqualTo("D");
        assertThat(result.reading().unmatched()).contains("does", "come");
    }

    @Test
    void aMisspeltWordIsCorrectedOnlyWhereNothingHasIt() {
        index(table("CUSTOMER"), table("COSTUMER"));

        assertThat(names(search("costumer"))).containsExactly("COSTUMER");
        SearchResult corrected = search("custommer");
        assertThat(names(corrected)).containsExactly("CUSTOMER");
        assertThat(corrected.reading().corrected()).containsEntry("custommer", List.of("customer"));
        assertThat(corrected.reading().allWords()).isTrue();
    }

    @Test
    void saysWhyEachHitWasFound() {
        index(table("T1").label("Umsatz").column("NET_AMOUNT", "Nettobetrag").column("GROSS", "Brutto"));

        assertThat(search("umsatz net").hits().get(0).matches())
                .containsExactly(
                        new Match("label", List.of("umsatz"), List.of()),
                        new Match("columns", List.of("net"), List.of("NET_AMOUNT")));
    }

    @Test
    void countsBySystemKindAndContainer() {
        index(table("ORDERS"), table("ORDERS").in("CRM"), view("ORDERS_OPEN"), glue("orders"));

        SearchResult.Facets facets = search("orders").facets();

        assertThat(facets.systems()).containsEntry("datasphere", 3L).containsEntry("glue", 1L);
        assertThat(facets.kinds())
                .containsEntry("local-table", 2L)
                .containsEntry("view", 1L)
                .containsEntry("table", 1L);
        assertThat(facets.containers())
                .containsEntry("SALES", 2L)
                .containsEntry("CRM", 1L)
                .containsEntry("datasphere_sales_dog", 1L);
    }

    @Test
    void filtersByWhatIsKnown() {
        index(
                table("A").usage("fact").measure("X").changed("2026-05-04T10:00:00Z", "ANNA"),
                table("B").in("CRM").changed("2025-12-31", "BERT"),
                view("C").exposed().changed("20260601", "anna"),
                glue("a"));

        assertThat(listed(SearchFilter.NONE.withSystem("glue"))).containsExactly("a");
        assertThat(listed(SearchFilter.NONE.withKind("view"))).containsExactly("C");
        assertThat(listed(SearchFilter.NONE.withKind("zebra"))).isEmpty();
        assertThat(listed(SearchFilter.NONE.withContainer("crm"))).containsExactly("B");
        assertThat(listed(SearchFilter.NONE.withOwner("Anna"))).containsExactly("C", "A");
        assertThat(listed(SearchFilter.NONE.withTag("fact"))).containsExactly("A");
        assertThat(listed(SearchFilter.NONE.withTag("exposed"))).containsExactly("C");
        assertThat(listed(SearchFilter.NONE.withSemantic("measure"))).containsExactly("A");
        assertThat(listed(SearchFilter.NONE.withSemantic("currency"))).containsExactly("A");
        assertThat(listed(SearchFilter.NONE.withOwner("anna").withKind("view"))).containsExactly("C");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, C A B",
        "2026-01-01, C A",
        "2026-05-04, C A",
        "2026-05-05, C",
        "2026-06-01, C",
        "2026-06-02, ''",
        "1999-01-01, C A B"
    })
    void filtersByTheDayOfTheLastChange(LocalDate day, String names) {
        index(
                table("A").changed("2026-05-04T23:59:59.123Z", "x"),
                table("B").changed("2025-12-31", "x"),
                view("C").changed("2026-06-01 00:00:00", "x"),
                table("D").changed("soon", "x"));

        assertThat(String.join(" ", listed(SearchFilter.NONE.withChangedSince(day))))
                .isEqualTo(names);
    }

    @Test
    void tellsWhatIsNotMappedFromWhatIsPending() {
        index(table("A"), table("B").counterpart("glue:x/b"), glue("b"));

        assertThat(listed(SearchFilter.NONE.withState(SyncState.NOT_MAPPED))).containsExactly("A");
        assertThat(listed(SearchFilter.NONE.withState(SyncState.PENDING))).containsExactly("B", "b");
        assertThat(names(search("b", SearchFilter.NONE.withState(SyncState.IN_GLUE), null)))
                .isEmpty();
    }

    @Test
    void anEmptyResultSaysWhatTheFiltersKeptOut() {
        index(table("ORDERS"));

        SearchResult filtered = search("orders", SearchFilter.NONE.withKind("view"), null);

        assertThat(filtered.total()).isZero();
        assertThat(filtered.nothing()).satisfies(nothing -> {
            assertThat(nothing.withoutFilter()).isEqualTo(1);
            assertThat(nothing.closest()).containsExactly("datasphere:SALES/ORDERS");
        });
    }

    @Test
    void anEmptyResultOffersNamesThatAreClose() {
        index(table("ZFI_ORDERS_HEAD"), table("OTHER"));

        SearchResult result = search("zfiodreshaed");

        assertThat(result.nothing())
                .satisfies(
                        nothing -> assertThat(nothing.closest()).containsExactly("datasphere:SALES/ZFI_ORDERS_HEAD"));
        assertThat(search("💥💥").total()).isZero();
    }

    @Test
    void pagesCoverEverythingOnce() {
        index(IntStream.range(0, 125)
                .mapToObj(i -> table("T" + i).label("Table"))
                .toArray(Entries[]::new));

        assertThat(allPages("table", SearchFilter.NONE)).hasSize(125).doesNotHaveDuplicates();
        assertThat(allPages("", SearchFilter.NONE)).hasSize(125).doesNotHaveDuplicates();
        assertThat(allPages("t table zebra", SearchFilter.NONE)).hasSize(125).doesNotHaveDuplicates();
    }

    @Test
    void aCursorStaysGoodWhenTheCatalogIsReplaced() {
        index(IntStream.range(0, 30)
                .mapToObj(i -> table("T" + i).label("Table"))
                .toArray(Entries[]::new));
        SearchResult first = search("table", SearchFilter.NONE, null);

        index(IntStream.range(0, 40)
                .mapToObj(i -> table("T" + i).label("Table"))
                .toArray(Entries[]::new));
        List<String> rest = new ArrayList<>(names(first));
        rest.addAll(allPages("table", SearchFilter.NONE, first.nextCursor()));

        assertThat(rest).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aCursorIsRefusedCleanlyOnceTheWordsMeanSomethingElse() {
        index(IntStream.range(0, 30)
                .mapToObj(i -> table("T" + i).label("Customers"))
                .toArray(Entries[]::new));
        SearchResult first = search("custmers", SearchFilter.NONE, null);

        index(Stream.concat(
                        Stream.of(table("CUSTMERS")),
                        IntStream.range(0, 30).mapToObj(i -> table("T" + i).label("Customers")))
                .toArray(Entries[]::new));

        assertThatThrownBy(() -> search("custmers", SearchFilter.NONE, first.nextCursor()))
                .isInstanceOf(SearchCursor.Stale.class)
                .hasMessageContaining("search again");
    }

    @Test
    void aCursorThatIsNoneOrBelongsToAnotherSearchIsRefused() {
        index(IntStream.range(0, 30)
                .mapToObj(i -> table("T" + i).label("Table"))
                .toArray(Entries[]::new));
        String cursor = search("table", SearchFilter.NONE, null).nextCursor();

        assertThatThrownBy(() -> new SearchQuery("table", SearchFilter.NONE, 10, "../../etc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
        assertThatThrownBy(() -> new SearchQuery("tables", SearchFilter.NONE, 10, cursor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another search");
        assertThatThrownBy(() -> new SearchQuery("table", SearchFilter.NONE.withKind("view"), 10, cursor))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void matchesBeyondABoundAreNotCounted() {
        index(IntStream.range(0, CatalogSearch.COUNTED + 1)
                .mapToObj(i -> table("T" + i).label("Table"))
                .toArray(Entries[]::new));

        SearchResult result = search("table");

        assertThat(result.total()).isEqualTo(CatalogSearch.COUNTED);
        assertThat(result.totalIsExact()).isFalse();
        assertThat(result.facets().kinds()).containsEntry("local-table", (long) CatalogSearch.COUNTED);
    }

    private void index(Entries... entries) {
        store.catalog()
                .replace(
                        ENV,
                        Entries.content(Stream.of(entries).map(Entries::entry).toArray(CatalogEntry[]::new)));
    }

    private List<String> listed(SearchFilter filter) {
        return names(search("", filter, null));
    }

    private List<String> allPages(String words, SearchFilter filter) {
        return allPages(words, filter, null);
    }

    private List<String> allPages(String words, SearchFilter filter, @Nullable String start) {
        List<String> names = new ArrayList<>();
        String cursor = start;
        do {
            SearchResult page = search(words, filter, cursor);
            names.addAll(names(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        return names;
    }

    private SearchResult search(String words) {
        return search(words, SearchFilter.NONE, null);
    }

    private SearchResult search(String words, SearchFilter filter, @Nullable String cursor) {
        return store.catalog().search(ENV, new SearchQuery(words, filter, 10, cursor));
    }

    private static List<String> names(SearchResult result) {
        return result.items().stream().map(CatalogEntry::name).toList();
    }
}
