package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.testing.Assets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.testing.Assets.decimal;
import static io.catalogbridge.mapping.testing.Assets.id;
import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Searching and looking up mappings. */
class LookingToolsTest {

    private static final Asset ORDERS = Assets.table("SALES", "Orders.Open")
            .label("Open orders")
            .column("ORDER_ID", text(10))
            .key()
            .column("NET", decimal(15, 2))
            .labelled("Net amount")
            .column("AT", new DataType.Time())
            .build();

    @TempDir
    private Path folder;

    private TestingBridge bridge;

    @BeforeEach
    void open() {
        bridge = new TestingBridge(folder);
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    private static Asset[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Assets.table("SALES", "TABLE_%04d".formatted(number))
                        .label("A label that says in many words what the table is about ".repeat(4))
                        .description("Und noch ein längerer Text, der das Ganze beschreibt. ".repeat(4))
                        .build())
                .toArray(Asset[]::new);
    }

    /** Reads all pages. */
    private List<String> all(String tool, String list, Map<String, Object> arguments) {
        List<String> ids = new ArrayList<>();
        Map<String, Object> next = new HashMap<>(arguments);
        String cursor;
        do {
            ObjectNode page = bridge.call(tool, next);
            page.get(list).forEach(item -> ids.add(item.get("id").asString()));
            cursor = page.path("nextCursor").asString("");
            next.put("cursor", cursor);
        } while (!cursor.isEmpty());
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasphere:SALES/Orders.Open",
                "datasphere:SALES/Orders.Open#NET",
                "glue:datasphere_sales_dog/orders_open",
                "glue:Datasphere_Sales_Dog/ORDERS_OPEN"
            })
    void showsEachColumnOnBothSides(String id) {
        bridge.tenant(ORDERS).discovered();

        ObjectNode mapping = bridge.call("get_mappings", Map.of("id", id));

        assertThat(List.of(
                        mapping.at("/mapping/id").asString(),
                        mapping.at("/mapping/mapsTo").asString()))
                .containsExactlyInAnyOrder("datasphere:SALES/Orders.Open", "glue:datasphere_sales_dog/orders_open");
        JsonNode net = mapping.at("/columns/1");
        assertThat(net.get("source").asString()).isEqualTo("NET");
        assertThat(net.get("sourceType").asString()).isEqualTo("cds.Decimal(15,2)");
        assertThat(net.get("name").asString()).isEqualTo("net");
        assertThat(net.get("type").asString()).isEqualTo("decimal(15,2)");
        assertThat(net.get("comment").asString()).startsWith("Net amount");
        assertThat(mapping.at("/findings/0/subject").asString()).isEqualTo("datasphere:SALES/Orders.Open#AT");
    }

    @Test
    void showsWhatASpaceHolds() {
        bridge.tenant(ORDERS, Assets.flow("SALES", "LOAD", id("A", "B"), id("SALES", "Orders.Open")))
                .discovered();

        ObjectNode space = bridge.call("get_mappings", Map.of("id", "datasphere:SALES"));

        assertThat(space.at("/mapping/mapsTo").asString()).isEqualTo("glue:datasphere_sales_dog");
        assertThat(space.get("pairs").valueStream().map(pair -> pair.get("id").asString()))
                .containsExactly("datasphere:SALES/LOAD", "datasphere:SALES/Orders.Open");
    }

    @Test
    void showsTheRulesAndAllPairsPageByPage() {
        bridge.tenant(many(120)).discovered();

        assertThat(bridge.call("get_mappings", Map.of())
                        .at("/rules/databasePattern")
                        .asString())
                .isEqualTo("datasphere_{space}_{env}");
        assertThat(all("get_mappings", "pairs", Map.of("limit", 100)))
                .hasSize(121)
                .doesNotHaveDuplicates()
                .startsWith("datasphere:SALES", "datasphere:SALES/TABLE_0000");
    }

    @Test
    void searchesPageByPageWithinItsBudget() {
        bridge.tenant(many(120)).discovered();

        assertThat(all("search_assets", "items", Map.of("query", "table", "limit", 50, "system", "datasphere")))
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @Test
    void boundsTheColumnsOfAWideTable() {
        var wide = Assets.table("SALES", "WIDE");
        IntStream.range(0, 1_000)
                .forEach(number -> wide.column("COLUMN_" + number, text(10)).labelled("The label of a column"));
        bridge.tenant(wide.build()).discovered();

        ObjectNode mapping = bridge.call("get_mappings", Map.of("id", "datasphere:SALES/WIDE"));

        assertThat(mapping.get("columns").size()).isGreaterThan(50);
        assertThat(mapping.get("truncated").asBoolean()).isTrue();
    }

    @Test
    void explainsAnEmptyResult() {
        assertThat(bridge.call("search_assets", Map.of("query", "orders"))
                        .at("/notes/0")
                        .asString())
                .contains("plan_sync");
        bridge.tenant(ORDERS).discovered();
        assertThat(bridge.call("search_assets", Map.of("query", "zebra"))
                        .get("notes")
                        .toString())
                .contains("Nothing has 'zebra'", "fewer or shorter words");
        ObjectNode filtered = bridge.call("search_assets", Map.of("query", "orders", "kind", "view"));
        assertThat(filtered.get("notes").toString()).contains("2 match without the filters kind=view");
        assertThat(filtered.at("/closest/0").asString()).isEqualTo("datasphere:SALES/Orders.Open");
        assertThat(filtered.at("/items").isEmpty()).isTrue();
    }

    @Test
    void saysWhyEachAssetWasFoundAndHowTheMatchesSpread() {
        bridge.tenant(ORDERS).discovered();

        ObjectNode found = bridge.call("search_assets", Map.of("query", "net amout"));

        JsonNode first = found.at("/items/0");
        assertThat(first.get("id").asString()).isEqualTo("datasphere:SALES/Orders.Open");
        assertThat(first.at("/matched/0").toString())
                .isEqualTo("{\"in\":\"columns\",\"words\":[\"net\",\"amout\"],\"columns\":[\"NET\"]}");
        assertThat(found.get("notes").toString()).contains("Nothing has 'amout'; searched for 'amount' instead.");
        assertThat(found.at("/facets/system/datasphere").asInt()).isEqualTo(1);
        assertThat(found.at("/facets/kind/table").asInt()).isEqualTo(1);
        assertThat(found.at("/facets/container/SALES").asInt()).isEqualTo(1);
    }

    @Test
    void showsAsMuchOfEachHitAsIsAskedFor() {
        bridge.tenant(ORDERS).discovered();

        assertThat(hit(Map.of("query", "open", "detail", "names")).propertyNames())
                .containsExactly("id", "kind", "system", "name", "label");
        assertThat(hit(Map.of("query", "open")).has("columns")).isFalse();
        JsonNode full = hit(Map.of("query", "open", "detail", "full"));
        assertThat(full.get("columnCount").asInt()).isEqualTo(3);
        assertThat(full.at("/columns/1").toString())
                .isEqualTo("{\"name\":\"NET\",\"type\":\"cds.Decimal(15,2)\",\"label\":\"Net amount\"}");
        assertThat(bridge.failure("search_assets", Map.of("query", "open", "detail", "all"))
                        .code())
                .isEqualTo("INVALID_ARGUMENT");
    }

    private JsonNode hit(Map<String, Object> arguments) {
        return bridge.call("search_assets", arguments).at("/items/0");
    }

    @Test
    void knowsHowFarEachAssetHasGot() {
        bridge.tenant(ORDERS, Assets.flow("SALES", "LOAD", id("A", "B"), id("SALES", "Orders.Open")))
                .discovered();
        assertThat(states("pending")).contains("datasphere:SALES/Orders.Open");
        assertThat(states("not-mapped")).containsExactly("datasphere:SALES/LOAD");

        bridge.synchronised();
        assertThat(states("in-glue"))
                .containsExactlyInAnyOrder(
                        "datasphere:SALES",
                        "datasphere:SALES/Orders.Open",
                        "glue:datasphere_sales_dog",
                        "glue:datasphere_sales_dog/orders_open");
        assertThat(states("pending")).isEmpty();
        assertThat(bridge.failure("search_assets", Map.of("state", "lost")).getMessage())
                .contains("in-glue, pending, conflict, drifted, not-mapped");
    }

    private List<String> states(String state) {
        return all("search_assets", "items", Map.of("state", state));
    }

    @Test
    void refusesDatesThatAreNone() {
        assertThat(bridge.failure("search_assets", Map.of("changedSince", "yesterday"))
                        .getMessage())
                .contains("2026-01-31");
    }

    @Test
    void refusesACursorOfItsOwnMaking() {
        bridge.tenant(ORDERS).discovered();

        assertThat(bridge.failure("get_mappings", Map.of("cursor", "x")).code()).isEqualTo("INVALID_ARGUMENT");
        assertThat(bridge.failure("search_assets", Map.of("query", "x", "cursor", "x"))
                        .code())
                .isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void suggestsKnownIdsForUnknownOnes() {
        bridge.tenant(ORDERS).discovered();

        assertThat(bridge.failure("get_mappings", Map.of("id", "datasphere:SALES/ORDERS_OPEN"))
                        .suggestions())
                .contains("datasphere:SALES/Orders.Open");
        assertThat(bridge.failure("get_mappings", Map.of("id", "orders_open")).suggestions())
                .contains("glue:datasphere_sales_dog/orders_open");
        assertThat(bridge.failure("get_mappings", Map.of("id", "datasphere:SALES/ZEBRA"))
                        .suggestions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kind, local-tabel, did you mean local-table",
        "container, SALE, did you mean SALES",
        "container, glue:datasphere_sale_dog, did you mean datasphere_sales_dog",
        "tag, facts, did you mean fact"
    })
    void suggestsFiltersThatThereAre(String filter, String value, String advice) {
        bridge.tenant(ORDERS).discovered();

        ObjectNode found = bridge.call("search_assets", Map.of("query", "orders", filter, value));

        assertThat(found.get("notes").toString()).contains(advice);
        assertThat(bridge.summary("search_assets", Map.of("query", "orders", filter, value)))
                .contains(advice);
    }

    @Test
    void takesTheIdOfASpaceForItsName() {
        bridge.tenant(ORDERS).discovered();

        assertThat(bridge.summary("search_assets", Map.of("query", "orders", "container", "datasphere:SALES")))
                .isEqualTo("1 of 1 matches: datasphere:SALES/Orders.Open");
    }
}
