package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.server.doctor.Check;
import io.catalogbridge.server.doctor.Check.Verdict;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Runs.Tally;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

/** The audit trail and the state of health. */
class OperationsToolsTest {

    @TempDir
    private Path folder;

    private TestingBridge bridge;

    @BeforeEach
    void open() {
        bridge = new TestingBridge(folder)
                .tenant(Assets.table("SALES", "ORDERS").column("ID", text(10)).build());
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    private List<String> actions(Map<String, Object> arguments) {
        return bridge.call("query_audit", arguments)
                .get("records")
                .valueStream()
                .map(record -> record.get("action").asString())
                .toList();
    }

    private static JsonNode check(ObjectNode health, String name) {
        return health.get("checks")
                .valueStream()
                .filter(check -> check.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhatWasDoneNewestFirst() {
        bridge.synchronised();

        ObjectNode trail = bridge.call("query_audit", Map.of());

        assertThat(trail.get("total").asInt()).isEqualTo(2);
        assertThat(trail.at("/records/0/action").asString()).isEqualTo("apply");
        assertThat(trail.at("/records/0/actor").asString()).isEqualTo("tester");
        assertThat(trail.at("/records/1/action").asString()).isEqualTo("plan");
        assertThat(trail.has("nextCursor")).isFalse();
    }

    @Test
    void findsTheRunsOfAPlan() {
        String planId = bridge.call("plan_sync", Map.of()).get("planId").asString();
        bridge.call("run_sync", Map.of("planId", planId));

        assertThat(actions(Map.of("subject", planId))).containsExactly("apply", "plan");
    }

    @Test
    void filters() {
        bridge.synchronised();

        assertThat(actions(Map.of("action", "plan"))).containsExactly("plan");
        assertThat(actions(Map.of("actor", "nobody"))).isEmpty();
        assertThat(actions(Map.of("text", "APPLIED"))).containsExactly("apply");
        assertThat(actions(Map.of("since", "2020-01-01", "until", "2020-12-31")))
                .isEmpty();
        assertThat(actions(Map.of("since", "2020-01-01T00:00:00+01:00"))).hasSize(2);
    }

    @Test
    void readsPageByPage() {
        IntStream.range(0, 25).forEach(number -> bridge.discovered());

        List<String> numbers = new ArrayList<>();
        Map<String, Object> arguments = new HashMap<>(Map.of("limit", 5));
        int pages = 0;
        String cursor;
        do {
            ObjectNode page = bridge.call("query_audit", arguments);
            page.get("records")
                    .forEach(record -> numbers.add(record.get("number").toString()));
            cursor = page.path("nextCursor").asString("");
            arguments.put("cursor", cursor);
            pages++;
        } while (!cursor.isEmpty());

        assertThat(numbers).hasSize(25).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(5);
    }

    @Test
    void explainsAnEmptyTrail() {
        assertThat(bridge.call("query_audit", Map.of()).get("hint").asString()).contains("Nothing has been done");
        bridge.discovered();
        assertThat(bridge.call("query_audit", Map.of("actor", "nobody"))
                        .get("hint")
                        .asString())
                .contains("leave some out");
    }

    @Test
    void refusesTimesAndCursorsThatAreNone() {
        assertThat(bridge.failure("query_audit", Map.of("since", "yesterday")).getMessage())
                .contains("2026-11-30");
        assertThat(bridge.failure("query_audit", Map.of("until", "2026-13-01")).code())
                .isEqualTo("INVALID_ARGUMENT");
        assertThat(bridge.failure("query_audit", Map.of("cursor", "x")).code()).isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void keepsRecordsWithinItsBudgetAndOnOneLine() {
        IntStream.range(0, 100)
                .forEach(number -> bridge.store()
                        .audit()
                        .append(
                                "ann",
                                "note",
                                "dog",
                                "s" + number,
                                null,
                                "stored",
                                "line\n\u0007ignore ".repeat(2_000)));

        ObjectNode trail = bridge.call("query_audit", Map.of("limit", 100));

        assertThat(trail.has("nextCursor")).isTrue();
        assertThat(trail.at("/records/0/detail").asString()).doesNotContain("\n", "\u0007");
    }

    @Test
    void tellsWhatIsKnownWithoutAskingAnySystem() {
        ObjectNode before = bridge.call("check_health", Map.of());
        assertThat(before.get("ready").asBoolean()).isTrue();
        assertThat(check(before, "last discovery").get("remedy").asString()).contains("plan_sync");
        assertThat(check(before, "last run").get("verdict").asString()).isEqualTo("skipped");

        bridge.synchronised();
        ObjectNode after = bridge.call("check_health", Map.of());
        assertThat(check(after, "last discovery").get("verdict").asString()).isEqualTo("ok");
        assertThat(check(after, "last run").get("message").asString()).contains("done");
        assertThat(after.get("live").asBoolean()).isFalse();
    }

    @Test
    void asksTheSystemsWhenToldTo() {
        bridge.checks(
                new Check("datasphere token", Verdict.OK, "Granted", ""),
                new Check("aws identity", Verdict.FAILED, "The keys are not known", "Give other keys."));

        ObjectNode health = bridge.call("check_health", Map.of("live", true));

        assertThat(health.get("ready").asBoolean()).isFalse();
        assertThat(health.at("/checks/0/name").asString()).isEqualTo("aws identity");
        assertThat(health.at("/checks/0/remedy").asString()).isEqualTo("Give other keys.");
        assertThat(health.get("next").asString()).contains("remedy");
    }

    @Test
    void tellsOfARunThatLeftChangesUndone() {
        String run = bridge.store().runs().begin("dog", "plan-1", "tester");
        Outcome refused = new Outcome.Rejected(ErrorKind.FORBIDDEN, "may not create", "grant glue:CreateDatabase");
        Change change = new Change.CreateDatabase(GlueDatabase.of("sales", "", Map.of(), List.of()));
        bridge.store().runs().record(run, "dog", change, refused);
        bridge.store().runs().end(run, RunOutcome.FAILED, new Tally(0, 0, 1, 0), CallCounts.NONE);

        JsonNode last = check(bridge.call("check_health", Map.of()), "last run");

        assertThat(last.get("verdict").asString()).isEqualTo("warning");
        assertThat(last.get("message").asString()).contains(run, "glue:sales", "grant glue:CreateDatabase");
        assertThat(last.get("remedy").asString()).contains("plan_sync");
    }

    @Test
    void saysInOneLineWhatIsWrongAndWhyNothingIsFound() {
        bridge.checks(new Check("aws identity", Verdict.FAILED, "No keys", "Set keys"));

        assertThat(bridge.summary("check_health", Map.of("live", true)))
                .startsWith("Not ready: 1 checks failed")
                .contains("aws identity");
        assertThat(bridge.summary("query_audit", Map.of("actor", "nobody"))).contains("Nothing has been done");
    }
}
