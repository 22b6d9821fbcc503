package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.TenantChoice;
import io.catalogbridge.server.scenarios.Calls.Counted;
import io.catalogbridge.server.scenarios.Installation.Synced;
import io.catalogbridge.server.sync.Planned;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.catalogbridge.server.scenarios.Scenario.SMALL_SPACE;
import static io.catalogbridge.server.scenarios.Scenario.SMALL_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runs cost, call by call, as the servers count it: the budgets of the design, where a run that writes also pays for
 * its verification (decision 1).
 */
@Tag("integration")
class CallBudgetTest {

    private static final List<String> LISTED_TYPES = List.of(
            "localtables",
            "remotetables",
            "views",
            "analyticmodels",
            "dataflows",
            "replicationflows",
            "transformationflows",
            "taskchains",
            "dataaccesscontrols",
            "ermodels",
            "intelligentlookups",
            "businessentities",
            "factmodels",
            "consumptionmodels",
            "contexts",
            "types",
            "services",
            "ontologies");

    @TempDir
    private Path data;

    @Test
    void theFirstRunReadsEachAssetAtMostTwiceAndWritesEachObjectOnce() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT), data)) {
            Calls first = scenario.calls(scenario::sync);

            assertThat(first.tenant())
                    .isEqualTo(sum(
                            listsOf(1),
                            Map.of(
                                    "POST oauth/token", 1L,
                                    "GET localtables read", 12L,
                                    "GET remotetables read", 3L,
                                    "GET views read", 9L,
                                    "GET analyticmodels read", 3L,
                                    "GET replicationflows read", 2L,
                                    "GET taskchains read", 1L,
                                    "GET relational/$metadata", 6L,
                                    "GET analytical/$metadata", 3L)));
            assertThat(first.glue())
                    .isEqualTo(Map.of(
                            "GetDatabases", 2L,
                            "CreateDatabase", 1L,
                            "CreateTable", 27L,
                            "UpdateDatabase", 1L,
                            "GetTables", 1L));
        }
    }

    @Test
    void theFirstRunOfTheDemoTenantKeepsToTheSameFormula() {
        try (Scenario scenario = Scenario.start(Settings.demo(), data)) {
            List<String> spaces = scenario.sandbox().tenant().spaceNames();
            long assets = spaces.stream()
                    .mapToLong(space ->
                            scenario.sandbox().tenant().objectNames(space).size())
                    .sum();

            Calls first = scenario.calls(scenario::sync);
            Calls second = scenario.calls(scenario::sync);

            int databases = spaces.size();
            SortedMap<String, Long> lists = listsOf(databases);
            assertThat(first.tenantCalls(" read") + first.tenantCalls("$metadata"))
                    .isGreaterThan(assets)
                    .isLessThanOrEqualTo(2 * assets);
            assertThat(second.tenant()).isEqualTo(lists);
            assertThat(first.tenant()).containsAllEntriesOf(lists);
            assertThat(first.glue())
                    .isEqualTo(sum(
                            Map.of("GetDatabases", 2L),
                            Map.of("CreateDatabase", (long) databases, "UpdateDatabase", (long) databases),
                            Map.of("GetTables", (long) databases, "CreateTable", (long)
                                    scenario.glue().tables().size())));
            assertThat(second.glue()).isEqualTo(Map.of("GetDatabases", 1L));
        }
    }

    @Test
    void anIdleRunReadsListsAndOnePageOfDatabasesForEveryHundred() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT), data)) {
            foreignDatabases(scenario, 100);
            scenario.sync();

            Calls idle = scenario.calls(scenario::sync);

            assertThat(idle.tenant()).isEqualTo(listsOf(1));
            assertThat(idle.glue()).isEqualTo(Map.of("GetDatabases", 2L));
        }
    }

    @Test
    void readingAllTablesCostsOnePageForEveryHundredOfEachDatabaseOfOurs() {
        try (Scenario scenario = Scenario.start(Settings.of(new TenantChoice.Generated(7, 130)), data)) {
            foreignDatabases(scenario, 1);
            scenario.sync();

            Calls idle = scenario.calls(() -> scenario.installation().planReadingAllTables());

            assertThat(scenario.glue().tables()).hasSize(117);
            assertThat(idle.glue()).isEqualTo(Map.of("GetDatabases", 1L, "GetTables", 2L));
        }
    }

    @Test
    void aChangedTableCostsOneReadOneWriteAndADigestPerDatabase() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT).withVerifyAfterApply(false), data)) {
            scenario.sync();
            scenario.rename("TABLE_00000", "TABLE_00001", "REMOTE_00008");

            Calls changed = scenario.calls(scenario::sync);

            assertThat(changed.tenant())
                    .isEqualTo(sum(listsOf(1), Map.of("GET localtables read", 2L, "GET remotetables read", 1L)));
            assertThat(changed.glue())
                    .isEqualTo(Map.of("GetDatabases", 1L, "GetTables", 1L, "UpdateTable", 3L, "UpdateDatabase", 1L));
        }
    }

    @Test
    void verifyingCostsAnotherReadingOfTheTouchedDatabases() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT), data)) {
            scenario.sync();
            scenario.rename("TABLE_00000", "TABLE_00001", "REMOTE_00008");

            Calls changed = scenario.calls(scenario::sync);

            assertThat(changed.glue())
                    .isEqualTo(Map.of("GetDatabases", 2L, "GetTables", 2L, "UpdateTable", 3L, "UpdateDatabase", 1L));
        }
    }

    @Test
    void deletesCostOneCallForEveryHundredOfADatabase() {
        Settings settings = Settings.of(new TenantChoice.Generated(7, 130))
                .withPolicy(Settings.DELETING)
                .withVerifyAfterApply(false);
        try (Scenario scenario = Scenario.start(settings, data)) {
            scenario.sync();
            scenario.delete(scenario.sandbox().tenant().objectNames(SMALL_SPACE).stream()
                    .filter(name -> !name.matches("TABLE_00000|LOAD_.*|CHAIN_.*"))
                    .toArray(String[]::new));

            Calls deleting = scenario.calls(scenario::sync);

            assertThat(scenario.glue().tables()).containsOnlyKeys(Scenario.SMALL_DATABASE + "/table_00000");
            assertThat(deleting.glue())
                    .isEqualTo(
                            Map.of("GetDatabases", 1L, "GetTables", 2L, "BatchDeleteTable", 2L, "UpdateDatabase", 1L));
        }
    }

    @Test
    void applyingAStoredPlanTakesExactlyTheCallsItPredicts() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT).withPolicy(Settings.DELETING), data)) {
            assertPredictsItsCalls(scenario);
            changeInEveryWay(scenario);
            assertPredictsItsCalls(scenario);
        }
    }

    @Test
    void applyingAStoredPlanWithoutVerificationTakesExactlyTheCallsItPredicts() {
        Settings settings =
                Settings.of(SMALL_TENANT).withPolicy(Settings.DELETING).withVerifyAfterApply(false);
        try (Scenario scenario = Scenario.start(settings, data)) {
            assertPredictsItsCalls(scenario);
            changeInEveryWay(scenario);
            assertPredictsItsCalls(scenario);
        }
    }

    @Test
    void jobsAreForeseenAsWell() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT).withJobs(), data)) {
            Planned planned = scenario.plan();

            assertThat(planned.plan().calls().write()).containsEntry("CreateJob", 3L);
            assertPredictsItsCalls(scenario);
            assertThat(scenario.plan().plan().empty()).isTrue();
        }
    }

    @Test
    void planningAndApplyingInOneGoSparesTheSecondReading() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT).withPolicy(Settings.DELETING), data)) {
            scenario.sync();
            changeInEveryWay(scenario);

            Counted<Synced> run = scenario.counted(scenario::sync);

            Planned planned = run.outcome().planned();
            assertThat(run.calls().glue())
                    .isEqualTo(sum(
                            planned.targetCalls().byOperation(),
                            planned.plan().calls().write(),
                            planned.plan().calls().verify()));
            assertThat(run.outcome().result().calls().byOperation())
                    .isEqualTo(sum(
                            planned.plan().calls().write(),
                            planned.plan().calls().verify()));
        }
    }

    @Test
    void clientsCountAsTheServersDo() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT), data)) {
            Calls first = scenario.calls(scenario::sync);

            assertThat(scenario.installation().target().calls().byOperation()).isEqualTo(first.glue());
            assertThat(scenario.installation().source().calls().total())
                    .isEqualTo(first.tenant().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
    }

    private static void assertPredictsItsCalls(Scenario scenario) {
        Planned planned = scenario.plan();
        Calls counted = scenario.calls(() -> scenario.apply(planned));

        assertThat(planned.plan().empty()).isFalse();
        assertThat(counted.glue()).isEqualTo(planned.plan().calls().total());
        assertThat(counted.tenant()).isEmpty();
    }

    /** Every list of every space once, and the first page that turned out to be the longest a second time. */
    private static SortedMap<String, Long> listsOf(long spaces) {
        SortedMap<String, Long> calls = new TreeMap<>(Map.of(
                "GET catalog/spaces", 1L,
                "GET catalog/assets", 1L,
                "GET spaces", 1L,
                "GET content", spaces,
                "GET connections list", spaces));
        LISTED_TYPES.forEach(type -> calls.put("GET " + type + " list", spaces));
        calls.merge("GET localtables list", 1L, Long::sum);
        return calls;
    }

    private static SortedMap<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        SortedMap<String, Long> sum = new TreeMap<>(one);
        other.forEach((operation, count) -> sum.merge(operation, count, Long::sum));
        return sum;
    }

    private static SortedMap<String, Long> sum(
            Map<String, Long> one, Map<String, Long> other, Map<String, Long> third) {
        return sum(sum(one, other), third);
    }

    private static void foreignDatabases(Scenario scenario, int count) {
        IntStream.range(0, count)
                .forEach(i -> scenario.glue()
                        .client()
                        .createDatabase(request -> request.databaseInput(input -> input.name("others_" + i))));
    }

    private static void changeInEveryWay(Scenario scenario) {
        scenario.rename("TABLE_00000", "VIEW_00004");
        scenario.delete("REMOTE_00028", "MODEL_00027");
    }
}
