package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.server.surface.ToolFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.testing.Assets.id;
import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

class AnalyzeImpactTest {

    private static final Asset ORDERS = Assets.table("SALES", "ORDERS")
            .column("ID", text(10))
            .column("NET", text(10))
            .build();
    private static final Asset NETS = view("NETS", "SELECT NET FROM ORDERS", "ORDERS");
    private static final Asset IDS = view("IDS", "SELECT ID FROM ORDERS", "ORDERS");
    private static final Asset ON_IDS = view("ON_IDS", "SELECT ID FROM IDS", "IDS");
    private static final Asset MODEL = Assets.model("SALES", "MODEL")
            .reads(id("SALES", "NETS"))
            .column("NET", text(10))
            .build();
    private static final Asset COPY =
            Assets.table("SALES", "COPY").column("ID", text(10)).build();
    private static final Asset LOAD = Assets.flow("SALES", "LOAD", id("SALES", "ORDERS"), id("SALES", "COPY"));
    private static final Asset NIGHTLY = Assets.chain("SALES", "NIGHTLY", id("SALES", "LOAD"));
    private static final String START = "datasphere:SALES/ORDERS";

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

    private static Asset view(String name, String sql, String source) {
        return Assets.view("SALES", name)
                .reads(id("SALES", source))
                .body(new ViewBody.Sql(sql))
                .column("ID", text(10))
                .build();
    }

    private static List<String> ids(JsonNode things) {
        return things.valueStream().map(thing -> thing.get("id").asString()).toList();
    }

    private static JsonNode thing(ObjectNode result, String id) {
        return result.get("affected")
                .valueStream()
                .filter(thing -> thing.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhatIsTouchedNearestFirst() {
        bridge.tenant(ORDERS, NETS, IDS, ON_IDS, MODEL, COPY, LOAD, NIGHTLY).discovered();

        ObjectNode impact = bridge.call("analyze_impact", Map.of("id", START));

        assertThat(impact.get("level").asString()).isEqualTo("object");
        assertThat(impact.get("direct").asInt()).isEqualTo(4);
        assertThat(impact.get("transitive").asInt()).isEqualTo(7);
        assertThat(impact.at("/byKind/view").asInt()).isEqualTo(3);
        assertThat(impact.get("glueTables").asInt()).isEqualTo(6);
        assertThat(ids(impact.get("affected")))
                .startsWith(
                        "glue:datasphere_sales_dog/orders",
                        "datasphere:SALES/IDS",
                        "datasphere:SALES/NETS",
                        "datasphere:SALES/COPY",
                        "datasphere:SALES/MODEL");
        assertThat(thing(impact, "datasphere:SALES/IDS").get("users").asInt()).isEqualTo(2);
        assertThat(ids(impact.get("processes"))).containsExactly("datasphere:SALES/LOAD", "datasphere:SALES/NIGHTLY");
    }

    @ParameterizedTest
    @CsvSource({"datasphere:SALES/ORDERS#NET, ", "datasphere:SALES/ORDERS#net, ", "datasphere:SALES/ORDERS, NET"})
    void followsAColumnWhereDefinitionsNameColumns(String asset, String column) {
        bridge.tenant(ORDERS, NETS, IDS, ON_IDS, MODEL, COPY, LOAD).discovered();

        ObjectNode impact = bridge.call(
                "analyze_impact", column == null ? Map.of("id", asset) : Map.of("id", asset, "column", column));

        assertThat(impact.get("id").asString()).isEqualTo("datasphere:SALES/ORDERS#NET");
        assertThat(impact.get("level").asString()).isEqualTo("column");
        assertThat(ids(impact.get("affected")))
                .contains("datasphere:SALES/NETS", "datasphere:SALES/MODEL", "glue:datasphere_sales_dog/orders")
                .doesNotContain("datasphere:SALES/IDS", "datasphere:SALES/ON_IDS");
        assertThat(thing(impact, "datasphere:SALES/NETS").get("columnUse").asString())
                .isEqualTo("named");
        assertThat(thing(impact, "datasphere:SALES/COPY").get("columnUse").asString())
                .isEqualTo("unknown");
        assertThat(impact.get("hint").asString()).contains("direct users only");
    }

    @Test
    void saysThatItFollowsObjectsWhereNoDefinitionTells() {
        bridge.tenant(
                        ORDERS,
                        Assets.model("SALES", "DIRECT")
                                .reads(id("SALES", "ORDERS"))
                                .build())
                .discovered();

        ObjectNode impact = bridge.call("analyze_impact", Map.of("id", START, "column", "NET"));

        assertThat(impact.get("level").asString()).isEqualTo("object");
        assertThat(impact.get("hint").asString()).contains("whole object");
        assertThat(ids(impact.get("affected"))).contains("datasphere:SALES/DIRECT");
    }

    @Test
    void saysWhatIsUncertain() {
        Asset script = Assets.view("SALES", "SCRIPT")
                .reads(id("SALES", "ORDERS"))
                .body(new ViewBody.SqlWithoutQuery("script"))
                .column("A", text(1))
                .build();
        bridge.tenant(ORDERS, script).discovered();

        ObjectNode impact = bridge.call("analyze_impact", Map.of("id", START));

        assertThat(impact.get("unresolved").asInt()).isEqualTo(1);
        assertThat(thing(impact, "datasphere:SALES/SCRIPT").get("certain").asBoolean())
                .isFalse();
        assertThat(thing(impact, "glue:datasphere_sales_dog/orders").has("certain"))
                .isFalse();
    }

    @Test
    void explainsWhyNothingIsTouched() {
        bridge.tenant(ORDERS).discovered();

        assertThat(bridge.call("analyze_impact", Map.of("id", "glue:datasphere_sales_dog/orders"))
                        .get("hint")
                        .asString())
                .contains("Nothing discovered uses it");
        assertThat(bridge.call("analyze_impact", Map.of("id", "datasphere:SALES"))
                        .get("hint")
                        .asString())
                .contains("get_mappings");
    }

    @Test
    void advisesOnWhatIsNotThere() {
        bridge.tenant(ORDERS).discovered();

        ToolFailure column = bridge.failure("analyze_impact", Map.of("id", START, "column", "NETT"));
        ToolFailure asset = bridge.failure("analyze_impact", Map.of("id", "datasphere:SALES/ORDER"));

        assertThat(column.suggestions()).contains("NET");
        assertThat(asset.suggestions()).contains(START);
    }

    @Test
    void countsAllEvenIfItShowsFew() {
        Stream<Asset> users = IntStream.range(0, 300).mapToObj(number -> view("V" + number, "SELECT ID", "ORDERS"));
        bridge.tenant(Stream.concat(Stream.of(ORDERS), users).toArray(Asset[]::new))
                .discovered();

        ObjectNode impact = bridge.call("analyze_impact", Map.of("id", START, "limit", 100));

        assertThat(impact.get("direct").asInt()).isEqualTo(301);
        assertThat(impact.get("truncated").asBoolean()).isTrue();
    }

    @Test
    void showsAllPageByPage() {
        Stream<Asset> users = IntStream.range(0, 300).mapToObj(number -> view("V" + number, "SELECT ID", "ORDERS"));
        bridge.tenant(Stream.concat(Stream.of(ORDERS), users).toArray(Asset[]::new))
                .discovered();

        ObjectNode page = bridge.call("analyze_impact", Map.of("id", START, "limit", 100));
        List<String> shown = new ArrayList<>(ids(page.get("affected")));
        while (page.has("nextCursor")) {
            page = bridge.call(
                    "analyze_impact",
                    Map.of(
                            "id",
                            START,
                            "limit",
                            100,
                            "cursor",
                            page.get("nextCursor").asString()));
            shown.addAll(ids(page.get("affected")));
        }

        assertThat(shown)
                .doesNotHaveDuplicates()
                .hasSize(page.get("direct").asInt() + page.get("transitive").asInt());
        assertThat(bridge.failure("analyze_impact", Map.of("id", START, "cursor", "hostile"))
                        .code())
                .isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void namesTheColumnInItsSummary() {
        bridge.tenant(Assets.table("SALES", "ORDERS")
                        .column("ID", Assets.text(1))
                        .build())
                .discovered();

        assertThat(bridge.summary("analyze_impact", Map.of("id", "datasphere:SALES/ORDERS", "column", "id")))
                .startsWith("datasphere:SALES/ORDERS#ID: ");
    }
}
