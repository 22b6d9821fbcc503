package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.server.surface.Reply;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Looking at the mapping rules, trying and changing them. */
class RulesToolsTest {

    private static final Asset ORDERS = Assets.table("SALES", "ORDERS")
            .column("NET", text(10))
            .labelled("Net amount")
            .described("Without tax")
            .build();
    private static final Asset TEMPORARY =
            Assets.table("SALES", "TMP_ORDERS").column("A", text(1)).build();
    private static final Map<String, Object> RENAME = Map.of("databasePattern", "sap_{space}_{env}");
    private static final Map<String, Object> EXCLUDE = Map.of("exclude", List.of("SALES/TMP_*"));
    private static final Map<String, Object> LABELS = Map.of("columnComments", "label");

    @TempDir
    private Path folder;

    private TestingBridge bridge;

    @BeforeEach
    void open() {
        bridge = new TestingBridge(folder).tenant(ORDERS, TEMPORARY);
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    private static Map<String, Object> edit(Map<String, Object> change, int expectedVersion, int confirmed) {
        Map<String, Object> arguments = new HashMap<>(change);
        arguments.put("reason", "asked for");
        arguments.put("expectedVersion", expectedVersion);
        arguments.put("confirmUnwanted", confirmed);
        return arguments;
    }

    @Test
    void aPlanTellsWhichVersionOfTheRulesItWasMadeFrom() {
        assertThat(bridge.call("plan_sync", Map.of()).get("rulesVersion").asInt())
                .isZero();

        bridge.call("edit_mapping", edit(LABELS, 0, 0));

        assertThat(bridge.call("plan_sync", Map.of()).get("rulesVersion").asInt())
                .isEqualTo(1);
        assertThat(bridge.call("get_sync_status", Map.of())
                        .at("/lastPlan/rulesVersion")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aPlanIsAppliedAsItWasAgreedToAndSaysThatOtherRulesAreInForce() {
        String planId = bridge.call("plan_sync", Map.of()).get("planId").asString();
        bridge.call("edit_mapping", edit(RENAME, 0, 0));

        ObjectNode run = bridge.call("run_sync", Map.of("planId", planId));

        assertThat(run.get("outcome").asString()).isEqualTo("done");
        assertThat(run.get("next").asString()).contains("version 0", "version 1 is in force", "plan_sync");
        assertThat(bridge.target().catalog().databases())
                .extracting(GlueDatabase::name)
                .containsExactly("datasphere_sales_dog");
    }

    private JsonNode rules() {
        return bridge.call("get_mappings", Map.of()).get("rules");
    }

    private List<String> tablesPlannedFor() {
        return bridge.call("plan_sync", Map.of())
                .get("changes")
                .valueStream()
                .map(change -> change.get("action").asString() + " "
                        + change.get("subject").asString())
                .toList();
    }

    @Test
    void triesANewNameWithoutChangingAnything() {
        bridge.synchronised();

        ObjectNode trial = bridge.call("test_mapping", RENAME);

        assertThat(trial.get("baseVersion").asInt()).isZero();
        assertThat(trial.at("/differences/0").asString())
                .isEqualTo("database pattern: datasphere_{space}_{env} → sap_{space}_{env}");
        assertThat(trial.at("/databases/moved").asInt()).isEqualTo(1);
        assertThat(trial.at("/tables/moved").asInt()).isEqualTo(2);
        assertThat(trial.get("unwanted").asInt()).isEqualTo(3);
        assertThat(trial.at("/examples/0").toString())
                .isEqualTo("{\"change\":\"moved\",\"id\":\"datasphere:SALES\",\"before\":\"glue:datasphere_sales_dog\","
                        + "\"after\":\"glue:sap_sales_dog\"}");
        assertThat(trial.at("/warnings/0").asString()).contains("2 tables and 1 databases", "grace period");
        assertThat(trial.get("basis").asString()).contains("2 assets");
        assertThat(trial.get("next").asString()).contains("expectedVersion=0", "confirmUnwanted=3");
        assertThat(rules().get("version").asInt()).isZero();
        assertThat(tablesPlannedFor()).isEmpty();
    }

    @Test
    void countsOnlyWhatWasWritten() {
        bridge.discovered();

        assertThat(bridge.call("test_mapping", RENAME).get("unwanted").asInt()).isZero();
    }

    @Test
    void triesExclusions() {
        bridge.synchronised();

        ObjectNode trial = bridge.call("test_mapping", Map.of("exclude", List.of("SALES/TMP_*", "NOTHING_LIKE_IT")));

        assertThat(trial.at("/tables/removed").asInt()).isEqualTo(1);
        assertThat(trial.get("databases").isEmpty()).isTrue();
        assertThat(trial.get("unwanted").asInt()).isEqualTo(1);
        assertThat(trial.get("warnings").toString()).contains("'NOTHING_LIKE_IT' leaves out nothing");
    }

    @Test
    void triesOtherComments() {
        bridge.discovered();

        ObjectNode trial = bridge.call("test_mapping", LABELS);

        assertThat(trial.get("columnComments").asInt()).isEqualTo(1);
        assertThat(trial.at("/examples/0/id").asString()).isEqualTo("glue:datasphere_sales_dog/orders#net");
        assertThat(trial.at("/examples/0/before").asString()).isEqualTo("Net amount: Without tax");
        assertThat(trial.at("/examples/0/after").asString()).isEqualTo("Net amount");
    }

    @Test
    void saysThatNothingIsKnownYet() {
        ObjectNode trial = bridge.call("test_mapping", RENAME);

        assertThat(trial.get("basis").asString()).startsWith("Nothing has been discovered yet");
        assertThat(trial.get("unwanted").asInt()).isZero();
    }

    @Test
    void plansWithTheNewRules() {
        bridge.synchronised();

        ObjectNode edited = bridge.call("edit_mapping", edit(EXCLUDE, 0, 1));

        assertThat(edited.get("version").asInt()).isEqualTo(1);
        assertThat(edited.get("actor").asString()).isEqualTo("tester");
        assertThat(rules().at("/exclude/0").asString()).isEqualTo("SALES/TMP_*");
        assertThat(rules().at("/history/0/reason").asString()).isEqualTo("asked for");
        assertThat(tablesPlannedFor()).contains("delete glue:datasphere_sales_dog/tmp_orders");
        assertThat(bridge.call("get_asset", Map.of("id", "datasphere:SALES/TMP_ORDERS"))
                        .has("counterpart"))
                .isFalse();
    }

    /** What a trial says is what the next plan does. */
    @Test
    void triesTruly() {
        bridge.synchronised();
        ObjectNode trial = bridge.call("test_mapping", RENAME);

        bridge.call("edit_mapping", edit(RENAME, 0, 3));

        List<String> planned = tablesPlannedFor();
        assertThat(planned.stream().filter(change -> change.startsWith("create")))
                .containsExactlyInAnyOrder(
                        "create glue:sap_sales_dog",
                        "create glue:sap_sales_dog/orders",
                        "create glue:sap_sales_dog/tmp_orders");
        assertThat(planned.stream().filter(change -> change.startsWith("delete glue:datasphere_sales_dog/")))
                .hasSize(trial.at("/tables/moved").asInt());
    }

    @Test
    void wantsTheLossConfirmed() {
        bridge.synchronised();

        assertThat(bridge.failure("edit_mapping", edit(RENAME, 0, 0)).code()).isEqualTo("CONFIRMATION_REQUIRED");
        assertThat(bridge.failure("edit_mapping", edit(RENAME, 0, 2)).getMessage())
                .contains("confirmUnwanted=3");
        assertThat(rules().get("version").asInt()).isZero();
    }

    @Test
    void asksThePersonWhereItCan() {
        bridge.synchronised().answering(new Reply(Reply.Kind.ACCEPTED, Map.of("confirm", true)));

        assertThat(bridge.call("edit_mapping", edit(RENAME, 0, 0))
                        .get("version")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reply.Kind.class,
            names = {"DECLINED", "CANCELLED", "ACCEPTED"})
    void leavesTheRulesAsTheyAreUnlessThePersonAgrees(Reply.Kind kind) {
        bridge.synchronised().answering(new Reply(kind, Map.of("confirm", false)));

        assertThat(bridge.failure("edit_mapping", edit(RENAME, 0, 0)).code()).isEqualTo("DECLINED");
        assertThat(rules().get("version").asInt()).isZero();
    }

    @Test
    void takesAnEditBack() {
        bridge.discovered();
        bridge.call("edit_mapping", edit(EXCLUDE, 0, 0));
        bridge.call("edit_mapping", edit(LABELS, 1, 0));

        ObjectNode back = bridge.call("edit_mapping", edit(Map.of("rollbackTo", 1), 2, 0));

        assertThat(back.get("version").asInt()).isEqualTo(3);
        assertThat(rules().get("columnComments").asString()).isEqualTo("label-and-description");
        assertThat(rules().get("exclude").size()).isEqualTo(1);
        bridge.call("edit_mapping", edit(Map.of("rollbackTo", 0), 3, 0));
        assertThat(rules().get("exclude").isEmpty()).isTrue();
    }

    @Test
    void refusesWhatMakesNoSense() {
        bridge.discovered();

        assertThat(bridge.failure("test_mapping", Map.of()).code()).isEqualTo("INVALID_ARGUMENT");
        assertThat(bridge.failure("test_mapping", Map.of("rollbackTo", 0, "columnComments", "label"))
                        .code())
                .isEqualTo("INVALID_ARGUMENT");
        assertThat(bridge.failure("test_mapping", Map.of("databasePattern", "Sales"))
                        .getMessage())
                .contains("{space}");
        assertThat(bridge.failure("test_mapping", Map.of("exclude", List.of("/x")))
                        .code())
                .isEqualTo("INVALID");
        assertThat(bridge.failure("test_mapping", Map.of("rollbackTo", 9)).code())
                .isEqualTo("NOT_FOUND");
        assertThat(bridge.failure("test_mapping", Map.of("columnComments", "poem"))
                        .code())
                .isEqualTo("INVALID_ARGUMENT");
        assertThat(bridge.failure("edit_mapping", edit(LABELS, 7, 0)).code()).isEqualTo("STALE");
        assertThat(bridge.failure("edit_mapping", edit(LABELS, 7, 0)).nextTool())
                .isEqualTo("get_mappings");
        assertThat(bridge.failure("edit_mapping", Map.of("columnComments", "label", "expectedVersion", 0))
                        .getMessage())
                .contains("'reason' is required");
        assertThat(bridge.failure("edit_mapping", Map.of("columnComments", "label", "reason", "x"))
                        .getMessage())
                .contains("'expectedVersion' is required");
        assertThat(rules().get("version").asInt()).isZero();
    }

    @Test
    void staysWithinItsBudget() {
        bridge.tenant(IntStream.range(0, 500)
                        .mapToObj(number -> Assets.table("S" + number % 50, "TABLE_WITH_A_LONG_NAME_" + number)
                                .column("C", text(1))
                                .labelled("label ".repeat(30))
                                .described("description ".repeat(30))
                                .build())
                        .toArray(Asset[]::new))
                .discovered();
        List<String> patterns = IntStream.range(0, 200)
                .mapToObj(number -> "IDLE_PATTERN_" + number + "x".repeat(250))
                .toList();
        Map<String, Object> change =
                Map.of("databasePattern", "sap_{space}", "exclude", patterns, "columnComments", "description");

        assertThat(bridge.call("test_mapping", change).get("truncated").asBoolean())
                .isTrue();
        assertThat(bridge.call("edit_mapping", edit(change, 0, 0))
                        .get("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(rules().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void doesNotAskThePersonAboutAnEditThatComesTooLate() {
        bridge.synchronised().call("edit_mapping", edit(LABELS, 0, 0));

        assertThat(bridge.failure("edit_mapping", edit(RENAME, 0, 0)).code()).isEqualTo("STALE");
    }
}
