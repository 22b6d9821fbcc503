package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

class ConflictToolsTest {

    private static final TableName ORDERS = new TableName("datasphere_sales_dog", "orders");

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

    private static Asset orders(String label) {
        return Assets.table("SALES", "ORDERS")
                .label(label)
                .column("ID", text(10))
                .build();
    }

    private GlueTable table() {
        return bridge.target().catalog().table(ORDERS).orElseThrow();
    }

    private void describe(String description) {
        GlueTable table = table();
        bridge.target().edit(GlueTable.of(table.name(), description, table.columns(), table.parameters()));
    }

    /** Both sides change the description of a table. */
    private ObjectNode inConflict() {
        bridge.tenant(orders("Orders")).synchronised();
        describe("Mine");
        return bridge.tenant(orders("Sales orders")).call("plan_sync", Map.of("verify", true));
    }

    private JsonNode description(ObjectNode listed) {
        return listed.get("items")
                .valueStream()
                .filter(item -> item.get("field").asString().equals("description"))
                .findFirst()
                .orElseThrow();
    }

    private String conflictId() {
        return description(bridge.call("list_conflicts", Map.of("state", "all")))
                .get("id")
                .asString();
    }

    private void resolve(String resolution) {
        bridge.call("resolve_conflict", Map.of("conflictId", conflictId(), "resolution", resolution));
    }

    private ObjectNode planned() {
        return bridge.call("plan_sync", Map.of("verify", true));
    }

    @Test
    void listsAllSidesOfAConflict() {
        ObjectNode plan = inConflict();

        ObjectNode listed = bridge.call("list_conflicts", Map.of());

        JsonNode conflict = description(listed);
        assertThat(listed.get("open").asInt()).isEqualTo(plan.get("conflicts").size());
        assertThat(listed.get("next").asString()).contains("resolve_conflict");
        assertThat(conflict.get("subject").asString()).isEqualTo(ORDERS.text());
        assertThat(conflict.get("lastApplied").asString()).isEqualTo("Orders");
        assertThat(conflict.get("current").asString()).isEqualTo("Mine");
        assertThat(conflict.get("desired").asString()).isEqualTo("Sales orders");
        assertThat(conflict.get("state").asString()).isEqualTo("open");
        assertThat(conflict.get("planId").asString())
                .isEqualTo(plan.get("planId").asString());
        assertThat(plan.get("conflicts")
                        .valueStream()
                        .map(each -> each.get("id").asString()))
                .contains(conflict.get("id").asString());
        assertThat(bridge.call("get_sync_status", Map.of())
                        .at("/conflicts/open")
                        .asInt())
                .isEqualTo(listed.get("open").asInt());
    }

    @Test
    void aDecisionForTheSourceIsWrittenByTheNextRun() {
        inConflict();

        resolve("take-source");
        assertThat(table().description()).isEqualTo("Mine");
        ObjectNode plan = planned();
        bridge.call("run_sync", Map.of("planId", plan.get("planId").asString()));

        assertThat(table().description()).isEqualTo("Sales orders");
        assertThat(planned().get("conflicts").isEmpty()).isTrue();
    }

    @Test
    void aDecisionForTheTargetHoldsThroughLaterRuns() {
        inConflict();

        resolve("keep-target");
        bridge.synchronised();
        bridge.tenant(orders("All orders")).synchronised();

        assertThat(table().description()).isEqualTo("Mine");
        ObjectNode plan = planned();
        assertThat(plan.get("conflicts").isEmpty()).isTrue();
        assertThat(plan.at("/skipped/0/reason").asString()).isEqualTo("kept-by-decision");
        assertThat(bridge.call("search_assets", Map.of("query", "orders", "state", "drifted"))
                        .at("/items/0/id")
                        .asString())
                .isEqualTo("datasphere:SALES/ORDERS");
        assertThat(description(bridge.call("list_conflicts", Map.of("state", "settled")))
                        .at("/decision/resolution")
                        .asString())
                .isEqualTo("keep-target");
    }

    @Test
    void theConflictComesBackWhenGlueChangesAgain() {
        inConflict();
        String before = conflictId();
        resolve("take-source");
        describe("Mine, again");

        ObjectNode plan = planned();

        assertThat(plan.get("conflicts").isEmpty()).isFalse();
        JsonNode conflict = description(bridge.call("list_conflicts", Map.of()));
        assertThat(conflict.get("current").asString()).isEqualTo("Mine, again");
        assertThat(conflict.at("/decision/holds").asBoolean()).isFalse();
        ToolFailure failure =
                bridge.failure("resolve_conflict", Map.of("conflictId", before, "resolution", "take-source"));
        assertThat(failure.code()).isEqualTo("NOT_FOUND");
        assertThat(failure.nextTool()).isEqualTo("list_conflicts");
        assertThat(failure.suggestions()).contains(conflict.get("id").asString());
    }

    @Test
    void aSpentDecisionDoesNotCountWhenTheSameEditIsMadeAnew() {
        inConflict();
        resolve("take-source");
        bridge.synchronised();
        describe("Mine");
        bridge.tenant(orders("All orders"));

        assertThat(planned().get("conflicts").isEmpty()).isFalse();
        assertThat(description(bridge.call("list_conflicts", Map.of()))
                        .get("lastApplied")
                        .asString())
                .isEqualTo("Sales orders");
    }

    @Test
    void decidingIsAuditedOnceHoweverOftenTheSameIsDecided() {
        inConflict();
        Map<String, Object> decision =
                Map.of("conflictId", conflictId(), "resolution", "keep-target", "note", "agreed with\nfinance");

        ObjectNode first = bridge.call("resolve_conflict", decision);
        ObjectNode second = bridge.call("resolve_conflict", decision);

        assertThat(first).isEqualTo(second);
        assertThat(first.at("/conflict/state").asString()).isEqualTo("decided");
        assertThat(first.at("/conflict/decision/by").asString()).isEqualTo("tester");
        assertThat(first.at("/conflict/decision/note").asString()).isEqualTo("agreed with finance");
        assertThat(bridge.store().audit().recent("dog", 20))
                .filteredOn(record -> record.action().equals("resolve"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.actor()).isEqualTo("tester");
                    assertThat(record.subject()).isEqualTo(ORDERS.text() + "#description");
                    assertThat(record.outcome()).isEqualTo("keep-target");
                });
    }

    @Test
    void aTableOfSomebodyElseCanBeKeptButNotTaken() {
        bridge.tenant(orders("Orders")).synchronised();
        GlueTable table = table();
        bridge.target().edit(GlueTable.of(table.name(), "A crawler's", table.columns(), Map.of()));
        ObjectNode plan = planned();
        String id = plan.at("/conflicts/0/id").asString();

        ToolFailure failure = bridge.failure("resolve_conflict", Map.of("conflictId", id, "resolution", "take-source"));
        bridge.call("resolve_conflict", Map.of("conflictId", id, "resolution", "keep-target"));

        assertThat(failure.code()).isEqualTo("INVALID");
        assertThat(failure.suggestions()).singleElement().asString().contains("keep-target");
        assertThat(planned().get("conflicts").isEmpty()).isTrue();
    }

    @Test
    void filtersBySpaceAndDatabase() {
        inConflict();
        bridge.tenant(
                        orders("Sales orders"),
                        Assets.table("FINANCE", "RATES").column("ID", text(3)).build())
                .discovered();
        int open = bridge.call("list_conflicts", Map.of()).get("total").asInt();

        assertThat(total(Map.of("space", "SALES"))).isEqualTo(open);
        assertThat(total(Map.of("space", "FINANCE"))).isZero();
        assertThat(total(Map.of("database", "Datasphere_Sales_dog"))).isEqualTo(open);
        assertThat(total(Map.of("database", "glue:datasphere_finance_dog"))).isZero();
        assertThat(bridge.failure("list_conflicts", Map.of("space", "SALE")).code())
                .isEqualTo("NOT_FOUND");
        assertThat(bridge.failure("list_conflicts", Map.of("space", "SALES", "database", "x"))
                        .code())
                .isEqualTo("INVALID_ARGUMENT");
        assertThat(bridge.failure("list_conflicts", Map.of("cursor", "nonsense"))
                        .code())
                .isEqualTo("INVALID_ARGUMENT");
    }

    private int total(Map<String, Object> filter) {
        return bridge.call("list_conflicts", filter).get("total").asInt();
    }

    @Test
    void longTextsArePagedWithinTheBudget() {
        Asset[] tables =
                IntStream.range(0, 30).mapToObj(number -> wide(number, "Old")).toArray(Asset[]::new);
        bridge.tenant(tables).synchronised();
        bridge.target()
                .catalog()
                .tables()
                .toList()
                .forEach(table -> bridge.target()
                        .edit(GlueTable.of(
                                table.name(), "Mine " + "x".repeat(900), table.columns(), table.parameters())));
        bridge.tenant(IntStream.range(0, 30)
                        .mapToObj(number -> wide(number, "New"))
                        .toArray(Asset[]::new))
                .call("plan_sync", Map.of("verify", true));

        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ObjectNode page = bridge.call("list_conflicts", Map.of("limit", 50, "cursor", cursor));
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            cursor = page.has("nextCursor") ? page.get("nextCursor").asString() : null;
        }

        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(bridge.call("list_conflicts", Map.of()).get("total").asInt());
    }

    private static Asset wide(int number, String label) {
        return Assets.table("SALES", "T" + number)
                .label(label + " " + "y".repeat(200))
                .column("ID", text(10))
                .build();
    }

    @Test
    void saysThatNothingIsInConflict() {
        bridge.tenant(orders("Orders")).synchronised();

        ObjectNode listed = bridge.call("list_conflicts", Map.of());

        assertThat(listed.get("total").asInt()).isZero();
        assertThat(listed.get("next").asString()).startsWith("Nothing is in conflict");
    }

    @Test
    void showsConflictsWhereNothingMayBeWrittenToo() {
        inConflict();

        ObjectNode listed = bridge.call(bridge.tool("list_conflicts", WritePermission.NEVER), Map.of());

        assertThat(listed.get("next").asString()).contains("read-only");
    }

    @Test
    void saysThatConflictsAreElsewhere() {
        inConflict();
        bridge.tenant(
                        orders("Sales orders"),
                        Assets.table("HR", "PEOPLE").column("ID", text(1)).build())
                .call("plan_sync", Map.of("verify", true));

        ObjectNode listed = bridge.call("list_conflicts", Map.of("space", "HR"));

        assertThat(listed.get("items")).isEmpty();
        assertThat(listed.get("next").asString()).contains("elsewhere").doesNotContain("resolve_conflict");
        assertThat(bridge.summary("list_conflicts", Map.of("space", "HR"))).contains("elsewhere");
        assertThat(bridge.failure("list_conflicts", Map.of("database", "datasphere_sale_dog"))
                        .suggestions())
                .contains("glue:datasphere_sales_dog");
    }

    @Test
    void anAssetTellsThatItIsInConflictOrKeptAsEdited() {
        bridge.tenant(orders("Orders")).synchronised();
        describe("Mine");
        planned();
        assertThat(bridge.call("get_asset", Map.of("id", "datasphere:SALES/ORDERS"))
                        .at("/sync/state")
                        .asString())
                .isEqualTo("drifted");

        bridge.tenant(orders("Sales orders"));
        planned();

        assertThat(bridge.call("get_asset", Map.of("id", ORDERS.text()))
                        .at("/sync/state")
                        .asString())
                .isEqualTo("conflict");
        assertThat(bridge.call("get_sync_status", Map.of()).get("next").asString())
                .contains("list_conflicts");
    }
}
