package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.datasphere.ChangeStep;
import io.catalogbridge.connectors.sandbox.http.Fault;
import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.mapping.plan.Skipped;
import io.catalogbridge.mapping.plan.Skipped.Reason;
import io.catalogbridge.server.scenarios.Installation.Synced;
import io.catalogbridge.server.sync.Planned;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.catalogbridge.server.scenarios.Scenario.SMALL_DATABASE;
import static io.catalogbridge.server.scenarios.Scenario.SMALL_SPACE;
import static io.catalogbridge.server.scenarios.Scenario.SMALL_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

/** A tenant of which not everything can be read: what was not seen is not taken for gone, whatever the policy allows. */
@Tag("integration")
class PartialTenantTest {

    private static final Settings DELETING = Settings.of(SMALL_TENANT).withPolicy(Settings.DELETING);
    static final Fault LOGIN_PAGE =
            new Fault.Answered(HttpAnswer.html(200, "<!DOCTYPE html><html><title>Log On</title></html>"));

    @TempDir
    private Path data;

    @Test
    void aLoginPageInPlaceOfOneListIsAGapAndDeletesNothing() {
        try (Scenario scenario = Scenario.start(DELETING, data)) {
            scenario.sync();
            GlueAccount.Content before = scenario.glue().content();
            scenario.tenantFaults().onEvery("GET views list", LOGIN_PAGE);

            Planned planned = scenario.plan();

            assertThat(planned.plan().complete()).isFalse();
            assertThat(planned.gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.subject()).isEqualTo("datasphere:" + SMALL_SPACE);
                assertThat(gap.reason()).contains("HTML");
            });
            assertThat(planned.plan().summary().delete()).isZero();
            scenario.apply(planned);
            assertThat(scenario.glue().tables())
                    .containsOnlyKeys(before.tables().keySet());
        }
    }

    @Test
    void whatIsReallyGoneIsDeletedOnceEverythingCanBeReadAgain() {
        try (Scenario scenario = Scenario.start(DELETING, data)) {
            scenario.sync();
            scenario.delete("TABLE_00013");
            scenario.tenantFaults().onEvery("GET views list", LOGIN_PAGE);
            Synced partial = scenario.sync();
            boolean keptMeanwhile = scenario.glue().tables().containsKey(SMALL_DATABASE + "/table_00013");
            scenario.tenantFaults().clear();

            Synced complete = scenario.sync();

            assertThat(partial.planned().plan().skipped())
                    .extracting(Skipped::subject, Skipped::reason)
                    .contains(org.assertj.core.groups.Tuple.tuple(
                            "glue:" + SMALL_DATABASE + "/table_00013", Reason.PARTIAL_SNAPSHOT));
            assertThat(keptMeanwhile).isTrue();
            assertThat(complete.planned().plan().summary().delete()).isEqualTo(1);
            assertThat(scenario.glue().tables()).hasSize(26).doesNotContainKey(SMALL_DATABASE + "/table_00013");
        }
    }

    @Test
    void aSpaceThatIsClosedBetweenListAndReadKeepsItsTables() {
        try (Scenario scenario = Scenario.start(DELETING, data)) {
            scenario.sync();
            GlueAccount.Content before = scenario.glue().content();
            scenario.rename("TABLE_00000", "TABLE_00001");
            Moments.at(
                    scenario.tenantFaults(),
                    "GET localtables read",
                    1,
                    () -> scenario.change(ChangeStep.leave(SMALL_SPACE)));

            Synced synced = scenario.sync();

            assertThat(synced.planned().gaps())
                    .extracting(gap -> gap.subject())
                    .contains(
                            "datasphere:" + SMALL_SPACE + "/TABLE_00000", "datasphere:" + SMALL_SPACE + "/TABLE_00001");
            assertThat(synced.planned().gaps())
                    .allSatisfy(gap -> assertThat(gap.reason()).contains("403"));
            assertThat(synced.planned().plan().summary().delete()).isZero();
            assertThat(scenario.glue().content().tables()).isEqualTo(before.tables());
        }
    }

    @Test
    void bodiesThatEndTooEarlyAreNotTakenForShortLists() {
        try (Scenario scenario = Scenario.start(DELETING, data)) {
            scenario.sync();
            scenario.tenantFaults().onEvery("GET localtables list", new Fault.Truncated());

            Planned planned = scenario.plan();

            assertThat(planned.plan().complete()).isFalse();
            assertThat(planned.plan().summary().delete()).isZero();
        }
    }

    /** Also the flows, which are parameters of the database and of the tables that they load. */
    @ParameterizedTest
    @ValueSource(
            strings = {"dataflows", "replicationflows", "transformationflows", "taskchains", "views", "localtables"})
    void nothingIsGivenUpForAListThatCannotBeRead(String list) {
        try (Scenario scenario = Scenario.start(DELETING, data)) {
            scenario.sync();
            GlueAccount.Content before = scenario.glue().content();
            scenario.tenantFaults().onEvery("GET " + list + " list", LOGIN_PAGE);

            Synced partial = scenario.sync();

            assertThat(partial.planned().plan().complete()).isFalse();
            assertThat(scenario.glue().content()).isEqualTo(before);
        }
    }

    @Test
    void anUnreadableDefinitionIsAGapOfThatObjectAlone() {
        try (Scenario scenario = Scenario.start(DELETING, data)) {
            scenario.tenantFaults()
                    .onEvery("GET localtables read", call -> call.path().endsWith("TABLE_00002"), LOGIN_PAGE);

            Synced synced = scenario.sync();

            assertThat(synced.planned().gaps())
                    .extracting(gap -> gap.subject())
                    .containsExactly("datasphere:" + SMALL_SPACE + "/TABLE_00002");
            assertThat(scenario.glue().tables()).hasSize(26).doesNotContainKey(SMALL_DATABASE + "/table_00002");
        }
    }
}
