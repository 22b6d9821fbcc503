package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.glue.GlueConfig.Patience;
import io.catalogbridge.connectors.sandbox.datasphere.ChangeStep;
import io.catalogbridge.connectors.sandbox.http.Fault;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.server.scenarios.Calls.Counted;
import io.catalogbridge.server.scenarios.Installation.Synced;
import io.catalogbridge.server.store.Runs.RunOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.catalogbridge.server.scenarios.Scenario.SMALL_DATABASE;
import static io.catalogbridge.server.scenarios.Scenario.SMALL_SPACE;
import static io.catalogbridge.server.scenarios.Scenario.SMALL_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

/** Systems that are slow to answer, answer wrongly or not at all: the catalog is the same in the end, written once. */
@Tag("integration")
class BadDaysTest {

    private static final Settings SMALL = Settings.of(SMALL_TENANT);

    /** What a good day leaves behind: after the first run, and after three tables were renamed. */
    private static GlueAccount.Content firstContent;

    private static GlueAccount.Content secondContent;

    @TempDir
    private Path data;

    @BeforeAll
    static void aGoodDay(@TempDir Path data) {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            scenario.sync();
            firstContent = scenario.glue().content();
            renameThree(scenario);
            scenario.sync();
            secondContent = scenario.glue().content();
        }
    }

    @Test
    void throttlingOfThirtyPercentOfTheCallsOnBothSides() {
        assertSameAsOnAGoodDay(Faults.none().withThrottleRate(0.3).withRetryAfter(Duration.ZERO));
    }

    @Test
    void serverErrorsOfTenPercentOfTheCallsOnBothSides() {
        assertSameAsOnAGoodDay(Faults.none().withErrorRate(0.1));
    }

    @Test
    void connectionsThatBreakInMidBodyForTenPercentOfTheCallsOnBothSides() {
        assertSameAsOnAGoodDay(Faults.none().withDisconnectRate(0.1));
    }

    private void assertSameAsOnAGoodDay(Faults faults) {
        try (Scenario scenario = Scenario.start(SMALL.withFaults(faults, faults.withSeed(2)), data)) {
            assertComplete(scenario.sync());
            scenario.glue().content().assertSameAs(firstContent);
            assertThat(scenario.glue().versions().values()).containsOnly("0");

            renameThree(scenario);
            assertComplete(scenario.sync());
            scenario.glue().content().assertSameAs(secondContent);
            assertThat(scenario.glue().versions().values()).containsOnly("0", "1");
            assertThat(scenario.sync().applied()).isEmpty();
        }
    }

    @Test
    void aTokenThatExpiresInMidRunIsRenewedOnce() {
        ManualClock servers = new ManualClock(Instant.now());
        Faults shortLived = Faults.none().withTokenLifetime(Duration.ofMinutes(5));
        Settings settings =
                SMALL.withSandbox(SMALL.sandbox().withClock(servers)).withFaults(shortLived, Faults.none());
        try (Scenario scenario = Scenario.start(settings, data)) {
            Moments.at(scenario.tenantFaults(), "GET views read", 3, () -> servers.advance(Duration.ofMinutes(6)));

            Counted<Synced> run = scenario.counted(scenario::sync);

            assertComplete(run.outcome());
            scenario.glue().content().assertSameAs(firstContent);
            assertThat(run.calls().tenant()).containsEntry("POST oauth/token", 2L);
        }
    }

    @Test
    void creationsWhoseAnswersAreLostAreNotRepeated() {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            scenario.glueFaults()
                    .on("CreateDatabase", 1, new Fault.AnswerLost())
                    .on("CreateTable", 5, new Fault.AnswerLost())
                    .on("UpdateDatabase", 1, new Fault.AnswerLost());

            Counted<Synced> run = scenario.counted(scenario::sync);

            assertComplete(run.outcome());
            scenario.glue().content().assertSameAs(firstContent);
            assertThat(scenario.glue().versions().values()).containsOnly("0");
            assertThat(run.calls().glue())
                    .containsEntry("CreateTable", 28L)
                    .containsEntry("GetTable", 1L)
                    .containsEntry("CreateDatabase", 2L)
                    .containsEntry("GetDatabase", 1L);
        }
    }

    @Test
    void anUpdateThatTimesOutButSucceededIsNotTakenForSomebodyElses() {
        Patience brief = SMALL.patience().withAnswer(Duration.ofSeconds(2));
        try (Scenario scenario = Scenario.start(SMALL.withPatience(brief), data)) {
            scenario.sync();
            renameThree(scenario);
            scenario.glueFaults().on("UpdateTable", 2, new Fault.Late(Duration.ofMinutes(1)));

            assertComplete(scenario.sync());

            scenario.glue().content().assertSameAs(secondContent);
            assertThat(scenario.glue().versions().values()).containsOnly("0", "1");
        }
    }

    @Test
    void aCreationThatTimesOutButSucceededIsNotTakenForSomebodyElses() {
        Patience brief = SMALL.patience().withAnswer(Duration.ofSeconds(2));
        try (Scenario scenario = Scenario.start(SMALL.withPatience(brief), data)) {
            scenario.glueFaults().on("CreateTable", 7, new Fault.Late(Duration.ofMinutes(1)));

            assertComplete(scenario.sync());

            scenario.glue().content().assertSameAs(firstContent);
        }
    }

    @Test
    void aGlueThatStaysDownForOneTableLeavesTheRestWrittenAndIsMadeUpForLater() {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            scenario.glueFaults()
                    .onEvery("CreateTable", call -> call.text().contains("\"table_00002\""), new Fault.Failed());

            Synced broken = scenario.sync();
            scenario.glueFaults().clear();
            Synced repaired = scenario.sync();

            assertThat(broken.result().outcome()).isEqualTo(RunOutcome.PARTIAL);
            assertThat(broken.result().notApplied())
                    .extracting(change -> change.subject())
                    .containsExactly(
                            "glue:" + Scenario.SMALL_DATABASE + "/table_00002", "glue:" + Scenario.SMALL_DATABASE);
            assertThat(repaired.planned().plan().summary().create()).isEqualTo(1);
            assertComplete(repaired);
            scenario.glue().content().assertSameAs(firstContent);
            assertThat(scenario.glue().versions().values()).containsOnly("0");
        }
    }

    private static void assertComplete(Synced synced) {
        assertThat(synced.planned().gaps()).isEmpty();
        assertThat(synced.planned().plan().complete()).isTrue();
        assertThat(synced.result().notApplied()).isEmpty();
        assertThat(synced.result().different()).isEmpty();
        assertThat(synced.result().outcome()).isEqualTo(RunOutcome.DONE);
    }

    private static void renameThree(Scenario scenario) {
        scenario.rename("TABLE_00000", "REMOTE_00008", "VIEW_00004");
    }

    /** The digest in Glue is then that of before the run, and the tenant asks for just that digest again. */
    @Test
    void aRunThatEndedHalfWayIsUndoneWhenTheTenantGoesBack() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT), data)) {
            scenario.sync();
            GlueAccount.Content before = scenario.glue().content();
            String label = scenario.glue().table(SMALL_DATABASE, "table_00000").description();
            scenario.rename("TABLE_00000");
            scenario.glueFaults().onEvery("UpdateDatabase", new Fault.Answered(HttpAnswer.html(400, "")));
            scenario.sync();
            scenario.glueFaults().clear();
            scenario.change(
                    ChangeStep.label(SMALL_SPACE, "TABLE_00000", label), ChangeStep.deploy(SMALL_SPACE, "TABLE_00000"));

            scenario.sync();

            assertThat(scenario.glue().content()).isEqualTo(before);
        }
    }
}
