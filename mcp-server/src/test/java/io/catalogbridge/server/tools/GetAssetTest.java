package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Lifecycle;
import io.catalogbridge.mapping.catalog.SemanticUsage;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.testing.Assets.decimal;
import static io.catalogbridge.mapping.testing.Assets.id;
import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

class GetAssetTest {

    private static final Lifecycle LIFECYCLE =
            new Lifecycle("Deployed", "2025-01-01", "2026-02-03", "2026-02-04", "ANN", "BOB");
    private static final Asset ORDERS = Assets.table("SALES", "ORDERS")
            .column("ID", text(10))
            .key()
            .column("AT", new DataType.Time())
            .build();
    private static final Asset REVENUE = Assets.model("SALES", "REVENUE")
            .label("Revenue")
            .description("What customers paid")
            .usage(SemanticUsage.FACT)
            .lifecycle(LIFECYCLE)
            .exposed()
            .reads(id("SALES", "ORDERS"))
            .column("REGION", text(3))
            .labelled("Region")
            .dimension()
            .column("Net.Amount", decimal(15, 2))
            .labelled("Net amount")
            .described("Without tax")
            .measure("SUM")
            .currency("CURRENCY")
            .column("CURRENCY", text(5))
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

    private ObjectNode asset(String id, String... arguments) {
        Map<String, Object> all = new HashMap<>(Map.of("id", id));
        for (int i = 0; i < arguments.length; i += 2) {
            all.put(arguments[i], arguments[i + 1]);
        }
        return bridge.call("get_asset", all);
    }

    @Test
    void tellsWhatAnAssetMeansAndWhoseItIs() {
        bridge.tenant(ORDERS, REVENUE).discovered();

        ObjectNode revenue = asset("datasphere:SALES/REVENUE");

        assertThat(revenue.get("label").asString()).isEqualTo("Revenue");
        assertThat(revenue.get("description").asString()).isEqualTo("What customers paid");
        assertThat(revenue.get("usage").asString()).isEqualTo("fact");
        assertThat(revenue.get("owner").asString()).isEqualTo("BOB");
        assertThat(revenue.at("/lifecycle/changedOn").asString()).isEqualTo("2026-02-03");
        assertThat(revenue.get("exposed").toString()).isEqualTo("[\"external\",\"analytical\"]");
        assertThat(revenue.get("counterpart").asString()).isEqualTo("glue:datasphere_sales_dog/revenue");
        assertThat(revenue.at("/lineage/upstream").asInt()).isEqualTo(1);
        assertThat(revenue.at("/lineage/downstream").asInt()).isEqualTo(1);
        assertThat(revenue.get("measureCount").asInt()).isEqualTo(1);
        assertThat(asset("datasphere:SALES/ORDERS").at("/findings/info").asInt())
                .isEqualTo(1);
    }

    @Test
    void tellsMoreOfColumnsWhenAskedTo() {
        bridge.tenant(ORDERS, REVENUE).discovered();

        assertThat(asset("datasphere:SALES/REVENUE", "detail", "names")
                        .at("/columns/1")
                        .toString())
                .isEqualTo("{\"name\":\"Net.Amount\"}");
        JsonNode summed = asset("datasphere:SALES/REVENUE").at("/columns/1");
        assertThat(summed.get("role").asString()).isEqualTo("measure");
        assertThat(summed.get("aggregation").asString()).isEqualTo("SUM");
        assertThat(summed.has("description")).isFalse();
        JsonNode told = asset("datasphere:SALES/REVENUE", "detail", "full").at("/columns/1");
        assertThat(told.get("description").asString()).isEqualTo("Without tax");
        assertThat(told.get("currencyColumn").asString()).isEqualTo("CURRENCY");
        assertThat(told.get("glueName").asString()).isEqualTo("net_amount");
        assertThat(told.get("glueType").asString()).isEqualTo("decimal(15,2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasphere:SALES/REVENUE#Net.Amount",
                "datasphere:SALES/REVENUE#NET.AMOUNT",
                "glue:datasphere_sales_dog/revenue#net_amount"
            })
    void tellsEverythingOfOneColumn(String id) {
        bridge.tenant(ORDERS, REVENUE).discovered();

        JsonNode columns = asset(id).get("columns");

        assertThat(columns.size()).isEqualTo(1);
        assertThat(columns.at("/0/label").asString()).isEqualTo("Net amount");
        assertThat(columns.at("/0/description").asString()).contains("Without tax");
        assertThat(columns.at("/0/currencyColumn").asString()).isEqualTo("CURRENCY");
    }

    @Test
    void advisesOnAColumnThatIsNotThere() {
        bridge.tenant(ORDERS, REVENUE).discovered();

        ToolFailure failure = bridge.failure("get_asset", Map.of("id", "datasphere:SALES/REVENUE#CURENCY"));

        assertThat(failure.code()).isEqualTo("NOT_FOUND");
        assertThat(failure.suggestions()).contains("CURRENCY");
    }

    @Test
    void tellsHowFarGlueIsUpToDate() {
        bridge.tenant(ORDERS, REVENUE).discovered();
        assertThat(asset("datasphere:SALES/REVENUE").at("/sync/state").asString())
                .isEqualTo("not-written");

        bridge.synchronised();
        ObjectNode inSync = asset("datasphere:SALES/REVENUE");
        assertThat(inSync.at("/sync/state").asString()).isEqualTo("in-sync");
        assertThat(inSync.at("/sync/runId").asString()).startsWith("run-");
        assertThat(inSync.at("/sync/lastWrittenAt").asString()).isNotEmpty();

        bridge.tenant(ORDERS, Assets.model("SALES", "REVENUE").label("Turnover").build())
                .discovered();
        assertThat(asset("glue:datasphere_sales_dog/revenue").at("/sync/state").asString())
                .isEqualTo("out-of-date");
    }

    @Test
    void saysWhyAthenaFindsNoRowsAndWhatToAskOnceItDoes() {
        bridge.tenant(ORDERS, REVENUE).synchronised();

        JsonNode athena = asset("datasphere:SALES/REVENUE").get("athena");

        assertThat(athena.get("queryable").asBoolean()).isFalse();
        assertThat(athena.get("reason").asString()).contains("metadata only");
        assertThat(athena.get("sql").asString())
                .contains("SUM(\"net_amount\")", "FROM \"datasphere_sales_dog\".\"revenue\"", "GROUP BY 1");
        assertThat(asset("datasphere:SALES").at("/athena/reason").asString()).contains("no table");
    }

    @Test
    void tellsOfSpacesDatabasesAndProcesses() {
        bridge.tenant(
                        ORDERS,
                        Assets.flow("SALES", "LOAD", id("SALES", "ORDERS"), id("SALES", "ORDERS_COPY")),
                        Assets.chain("SALES", "NIGHTLY", id("SALES", "LOAD")))
                .discovered();

        assertThat(asset("datasphere:SALES").get("assets").asInt()).isEqualTo(3);
        assertThat(asset("glue:datasphere_sales_dog").get("tables").asInt()).isEqualTo(1);
        assertThat(asset("datasphere:SALES/LOAD").at("/reads/0").asString()).isEqualTo("datasphere:SALES/ORDERS");
        assertThat(asset("datasphere:SALES/NIGHTLY").at("/runs/0").asString()).isEqualTo("datasphere:SALES/LOAD");
    }

    @Test
    void showsTheDefinitionInFull() {
        bridge.tenant(Assets.view("SALES", "V")
                        .reads(id("SALES", "ORDERS"))
                        .body(new ViewBody.Sql("SELECT ID FROM ORDERS"))
                        .column("ID", text(10))
                        .parameter("P_DATE", new DataType.Date())
                        .build())
                .discovered();

        ObjectNode view = asset("datasphere:SALES/V", "detail", "full");

        assertThat(view.get("definition").asString()).isEqualTo("SELECT ID FROM ORDERS");
        assertThat(view.at("/parameters/0/name").asString()).isEqualTo("P_DATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "summary"})
    void readsTheColumnsOfAWideTablePageByPage(String detail) {
        var wide = Assets.table("SALES", "WIDE");
        IntStream.range(0, 1_000)
                .forEach(number -> wide.column("COLUMN_" + number, text(10)).labelled("The label of a column"));
        bridge.tenant(wide.build()).discovered();

        List<String> names = new ArrayList<>();
        Map<String, Object> arguments =
                new HashMap<>(Map.of("id", "datasphere:SALES/WIDE", "detail", detail, "limit", 500));
        String cursor;
        do {
            ObjectNode page = bridge.call("get_asset", arguments);
            page.get("columns").forEach(column -> names.add(column.get("name").asString()));
            cursor = page.path("nextCursor").asString("");
            arguments.put("cursor", cursor);
        } while (!cursor.isEmpty());

        assertThat(names)
                .hasSize(1_000)
                .doesNotHaveDuplicates()
                .startsWith("COLUMN_0")
                .endsWith("COLUMN_999");
    }

    @Test
    void refusesACursorOfItsOwnMaking() {
        bridge.tenant(ORDERS).discovered();

        for (String cursor : List.of("x", "YXVkaXQ6MQ", "Y29sdW1uczotMQ")) {
            assertThat(bridge.failure("get_asset", Map.of("id", "datasphere:SALES/ORDERS", "cursor", cursor))
                            .code())
                    .isEqualTo("INVALID_ARGUMENT");
        }
    }

    @Test
    void suggestsKnownIdsForUnknownOnes() {
        bridge.tenant(ORDERS).discovered();

        assertThat(bridge.failure("get_asset", Map.of("id", "datasphere:SALES/ORDER"))
                        .suggestions())
                .contains("datasphere:SALES/ORDERS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"datasphere_sales_dog.revenue", "glue:datasphere_sales_dog.revenu", "revenue"})
    void understandsNamesAsPeopleAndQueriesWriteThem(String written) {
        bridge.tenant(ORDERS, REVENUE).discovered();

        assertThat(bridge.failure("get_asset", Map.of("id", written)).suggestions())
                .contains("glue:datasphere_sales_dog/revenue");
        assertThat(asset("GLUE:datasphere_sales_dog/Revenue").get("id").asString())
                .isEqualTo("glue:datasphere_sales_dog/revenue");
    }

    @Test
    void wantsAnId() {
        assertThat(bridge.failure("get_asset", Map.of("id", "  "))).hasMessageContaining("'id' is required");
    }

    @Test
    void countsWhatASpaceHoldsInItsSummary() {
        bridge.tenant(ORDERS, REVENUE).discovered();

        assertThat(bridge.summary("get_asset", Map.of("id", "datasphere:SALES")))
                .contains("space, 2 assets");
    }

    @Test
    void namesNoToolThatIsNotOffered() {
        Tool alone = ToolSet.of(
                        bridge.context(WritePermission.ALLOWED),
                        new ToolSelection(List.of(), List.of("get_asset"), List.of(), false))
                .get(0);

        assertThat(TestingBridge.failure(alone, Map.of("id", "datasphere:SALES/X"))
                        .nextTool())
                .isNull();
        assertThat(bridge.failure("get_asset", Map.of("id", "datasphere:SALES/X"))
                        .nextTool())
                .isEqualTo("plan_sync");
    }
}
