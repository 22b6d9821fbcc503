package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.testing.Assets.id;
import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

class GetLineageTest {

    private static final Asset ITEMS = Assets.remoteTable("SALES", "ITEMS")
            .remote("S4", "VBAP")
            .column("ID", text(10))
            .build();
    private static final Asset STAGED = Assets.table("SALES", "STAGED")
            .label("Staged items")
            .column("ID", text(10))
            .build();
    private static final Asset FLOW = Assets.flow("SALES", "LOAD", id("SALES", "ITEMS"), id("SALES", "STAGED"));
    private static final Asset REVENUE = Assets.view("SALES", "REVENUE")
            .reads(id("SALES", "STAGED"), id("FINANCE", "RATES"))
            .column("ID", text(10))
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

    private static List<String> ids(ObjectNode result) {
        return result.get("nodes")
                .valueStream()
                .map(node -> node.get("id").asString())
                .toList();
    }

    private static JsonNode edge(ObjectNode result, String from, String to) {
        return result.get("edges")
                .valueStream()
                .filter(edge -> edge.get("from").asString().equals(from)
                        && edge.get("to").asString().equals(to))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leadsUpstreamToTheSourceSystem() {
        bridge.tenant(ITEMS, STAGED, FLOW, REVENUE).discovered();

        ObjectNode result =
                bridge.call("get_lineage", Map.of("id", "datasphere:SALES/REVENUE", "direction", "upstream"));

        assertThat(ids(result))
                .containsExactly(
                        "datasphere:FINANCE/RATES",
                        "datasphere:SALES/STAGED",
                        "datasphere:SALES/ITEMS",
                        "external:S4/VBAP");
        assertThat(edge(result, "datasphere:SALES/ITEMS", "datasphere:SALES/STAGED")
                        .get("via")
                        .asString())
                .isEqualTo("datasphere:SALES/LOAD");
        assertThat(result.at("/nodes/0/discovered").asBoolean(true)).isFalse();
        assertThat(result.at("/nodes/1/label").asString()).isEqualTo("Staged items");
        assertThat(result.at("/nodes/1").has("discovered")).isFalse();
    }

    @Test
    void leadsDownstreamIntoGlue() {
        bridge.tenant(ITEMS, STAGED, FLOW, REVENUE).discovered();

        ObjectNode result = bridge.call(
                "get_lineage", Map.of("id", "datasphere:SALES/STAGED", "direction", "downstream", "depth", 2));

        assertThat(ids(result))
                .containsExactlyInAnyOrder(
                        "glue:datasphere_sales_dog/staged",
                        "datasphere:SALES/REVENUE",
                        "glue:datasphere_sales_dog/revenue");
        assertThat(edge(result, "datasphere:SALES/REVENUE", "glue:datasphere_sales_dog/revenue")
                        .get("kind")
                        .asString())
                .isEqualTo("maps-to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"glue:datasphere_sales_dog/revenue", "glue:DATASPHERE_SALES_DOG/Revenue"})
    void startsFromATableInGlue(String table) {
        bridge.tenant(STAGED, REVENUE).discovered();

        ObjectNode result = bridge.call("get_lineage", Map.of("id", table));

        assertThat(result.at("/start/kind").asString()).isEqualTo("glue-table");
        assertThat(ids(result)).startsWith("datasphere:SALES/REVENUE").contains("datasphere:SALES/STAGED");
    }

    @Test
    void takesAColumnForItsAsset() {
        bridge.tenant(STAGED, REVENUE).discovered();

        assertThat(bridge.call("get_lineage", Map.of("id", "datasphere:SALES/REVENUE#ID"))
                        .at("/start/id")
                        .asString())
                .isEqualTo("datasphere:SALES/REVENUE");
    }

    @Test
    void startsFromASourceSystem() {
        bridge.tenant(ITEMS).discovered();

        assertThat(ids(bridge.call("get_lineage", Map.of("id", "external:S4/VBAP"))))
                .contains("datasphere:SALES/ITEMS");
    }

    @Test
    void flagsWhatADefinitionHides() {
        Asset hidden = Assets.view("SALES", "HIDDEN")
                .body(new ViewBody.SqlWithoutQuery(""))
                .reads(id("SALES", "STAGED"))
                .build();
        bridge.tenant(STAGED, hidden).discovered();

        ObjectNode result =
                bridge.call("get_lineage", Map.of("id", "datasphere:SALES/HIDDEN", "direction", "upstream"));

        assertThat(result.get("unresolved").asInt()).isEqualTo(1);
        assertThat(result.at("/edges/0/resolved").asBoolean(true)).isFalse();
    }

    @Test
    void knowsNewLineageAfterTheNextDiscovery() {
        Tool lineage = bridge.tool("get_lineage", ToolContext.WritePermission.ALLOWED);
        bridge.tenant(STAGED).discovered();
        bridge.call(lineage, Map.of("id", "datasphere:SALES/STAGED"));

        bridge.tenant(STAGED, REVENUE).discovered();

        assertThat(ids(bridge.call(lineage, Map.of("id", "datasphere:SALES/STAGED"))))
                .contains("datasphere:SALES/REVENUE");
    }

    @Test
    void saysWhenThereIsMore() {
        Asset[] views = IntStream.range(0, 200)
                .mapToObj(number -> Assets.view("SALES", "A_VIEW_WITH_A_RATHER_LONG_NAME_" + number)
                        .label("A label of ordinary length")
                        .reads(id("SALES", "STAGED"))
                        .build())
                .toArray(Asset[]::new);
        bridge.tenant(views).discovered();

        ObjectNode few = bridge.call("get_lineage", Map.of("id", "datasphere:SALES/STAGED", "limit", 5));
        ObjectNode many = bridge.call("get_lineage", Map.of("id", "datasphere:SALES/STAGED", "limit", 100));

        assertThat(few.get("nodes").size()).isEqualTo(5);
        assertThat(few.get("truncated").asBoolean()).isTrue();
        assertThat(many.get("nodes").size()).isGreaterThan(20);
        assertThat(many.get("truncated").asBoolean()).isTrue();
    }

    @Test
    void suggestsWhatWasProbablyMeant() {
        bridge.tenant(STAGED, REVENUE).discovered();

        ToolFailure failure = bridge.failure("get_lineage", Map.of("id", "datasphere:SALES/REVENEU"));

        assertThat(failure.code()).isEqualTo("NOT_FOUND");
        assertThat(failure.suggestions()).first().isEqualTo("datasphere:SALES/REVENUE");
        assertThat(failure.nextTool()).isEqualTo("search_assets");
    }

    @Test
    void asksForADiscoveryFirst() {
        ToolFailure failure = bridge.failure("get_lineage", Map.of("id", "datasphere:SALES/REVENUE"));

        assertThat(failure.code()).isEqualTo("NOTHING_DISCOVERED");
        assertThat(failure.nextTool()).isEqualTo("plan_sync");
    }

    @Test
    void refusesOtherDirections() {
        bridge.tenant(STAGED).discovered();

        assertThat(bridge.failure("get_lineage", Map.of("id", "datasphere:SALES/STAGED", "direction", "sideways")))
                .hasMessageContaining("upstream, downstream, both");
    }

    @Test
    void asksForWhatASpaceHolds() {
        bridge.tenant(ITEMS).discovered();

        assertThat(bridge.call("get_lineage", Map.of("id", "datasphere:SALES"))
                        .get("hint")
                        .asString())
                .contains("get_mappings")
                .isEqualTo(bridge.call("analyze_impact", Map.of("id", "datasphere:SALES"))
                        .get("hint")
                        .asString());
    }
}
