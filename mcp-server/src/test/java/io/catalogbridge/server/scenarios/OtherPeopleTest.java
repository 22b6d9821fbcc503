package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.Skipped;
import io.catalogbridge.mapping.plan.Skipped.Reason;
import io.catalogbridge.server.scenarios.Installation.Synced;
import io.catalogbridge.server.store.Runs.ChangeOutcome;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.sync.ApplyResult;
import io.catalogbridge.server.sync.Planned;
import io.catalogbridge.server.sync.SyncException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.catalogbridge.server.scenarios.Scenario.SMALL_DATABASE;
import static io.catalogbridge.server.scenarios.Scenario.SMALL_TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Others work in the same catalog: at the console, or with an installation of their own. */
@Tag("integration")
class OtherPeopleTest {

    private static final Settings SMALL = Settings.of(SMALL_TENANT);
    private static final String TABLE = "table_00000";
    private static final String SUBJECT = "glue:" + SMALL_DATABASE + "/" + TABLE;

    @TempDir
    private Path data;

    @TempDir
    private Path otherData;

    @Test
    void aTableChangedBetweenPlanAndApplyIsLeftAloneAndTheOthersAreWritten() {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            scenario.sync();
            scenario.rename("TABLE_00000", "TABLE_00001");
            Planned planned = scenario.plan();
            scenario.glue().describeByHand(SMALL_DATABASE, TABLE, "Mine");

            ApplyResult result = scenario.apply(planned);

            assertThat(result.outcome()).isEqualTo(RunOutcome.PARTIAL);
            assertThat(result.tally().conflicts()).isEqualTo(1);
            ChangeOutcome conflict = result.notApplied().get(0);
            assertThat(conflict.subject()).isEqualTo(SUBJECT);
            assertThat(conflict.message()).contains("has version 1, not 0 as planned");
            assertThat(scenario.glue().table(SMALL_DATABASE, TABLE).description())
                    .isEqualTo("Mine");
            assertThat(scenario.glue().table(SMALL_DATABASE, "table_00001").description())
                    .isEqualTo("Renamed TABLE_00001");
        }
    }

    @Test
    void aTableChangedInTheMomentOfWritingIsLeftAloneAndTheConflictSaysWhatIsThere() {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            scenario.sync();
            scenario.rename("TABLE_00000");
            String planId = scenario.plan().plan().id();

            ApplyResult result = scenario.installation()
                    .apply(
                            planId,
                            new BeforeWriting(() -> scenario.glue().describeByHand(SMALL_DATABASE, TABLE, "Mine")));

            assertThat(result.tally().conflicts()).isEqualTo(1);
            assertThat(result.notApplied().get(0).message())
                    .contains(SUBJECT)
                    .contains("somebody else")
                    .contains("version 1")
                    .contains("last changed");
            assertThat(scenario.glue().table(SMALL_DATABASE, TABLE).description())
                    .isEqualTo("Mine");
        }
    }

    @Test
    void aDescriptionEditedByHandSurvivesAndIsReported() {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            scenario.sync();
            scenario.glue().describeByHand(SMALL_DATABASE, TABLE, "Mine");
            scenario.rename("TABLE_00001");

            Synced synced = scenario.sync();

            assertThat(synced.result().outcome()).isEqualTo(RunOutcome.DONE);
            assertThat(synced.planned().plan().skipped()).singleElement().satisfies(skipped -> {
                assertThat(skipped.subject()).isEqualTo(SUBJECT);
                assertThat(skipped.reason()).isEqualTo(Reason.EDITED_BY_HAND);
                assertThat(skipped.message()).contains("description").contains("\"Mine\"");
            });
            assertThat(scenario.glue().table(SMALL_DATABASE, TABLE).description())
                    .isEqualTo("Mine");
            assertThat(scenario.sync().applied()).isEmpty();
        }
    }

    @Test
    void anEditSurvivesChangesOfOtherFieldsOfTheSameTable() {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            scenario.sync();
            String column = GlueAccount.columnNames(scenario.glue().table(SMALL_DATABASE, TABLE))
                    .get(1);
            scenario.glue().commentByHand(SMALL_DATABASE, TABLE, column, "Mine");
            scenario.rename("TABLE_00000");

            Synced synced = scenario.sync();

            var table = scenario.glue().table(SMALL_DATABASE, TABLE);
            assertThat(synced.result().outcome()).isEqualTo(RunOutcome.DONE);
            assertThat(table.description()).isEqualTo("Renamed TABLE_00000");
            assertThat(table.storageDescriptor().columns().get(1).comment()).isEqualTo("Mine");
        }
    }

    @Test
    void readingAllTablesFindsEditsThatADigestCannotShow() {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            scenario.sync();
            scenario.glue().describeByHand(SMALL_DATABASE, TABLE, "Mine");

            Planned byDigest = scenario.plan();
            Planned byReading = scenario.installation().planReadingAllTables();

            assertThat(byDigest.plan().skipped()).isEmpty();
            assertThat(byReading.plan().changes()).isEmpty();
            assertThat(byReading.plan().skipped()).extracting(Skipped::subject).containsExactly(SUBJECT);
        }
    }

    @Test
    void aTextChangedOnBothSidesIsAConflictThatShowsAllThree() {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            scenario.sync();
            String before = scenario.glue().table(SMALL_DATABASE, TABLE).description();
            scenario.glue().describeByHand(SMALL_DATABASE, TABLE, "Mine");
            scenario.rename("TABLE_00000", "TABLE_00001");

            Synced synced = scenario.sync();

            assertThat(synced.planned().plan().needsDecision()).isTrue();
            assertThat(synced.planned().plan().conflicts())
                    .filteredOn(conflict -> conflict.field().equals("description"))
                    .singleElement()
                    .extracting(Conflict::subject, Conflict::lastApplied, Conflict::current, Conflict::desired)
                    .containsExactly(SUBJECT, before, "Mine", "Renamed TABLE_00000");
            assertThat(scenario.glue().table(SMALL_DATABASE, TABLE).description())
                    .isEqualTo("Mine");
            assertThat(scenario.glue().table(SMALL_DATABASE, "table_00001").description())
                    .isEqualTo("Renamed TABLE_00001");
            assertThat(scenario.plan().plan().needsDecision()).isTrue();
        }
    }

    @Test
    void twoInstallationsThatApplyTheSamePlanAtOnceWriteEachChangeOnce() throws Exception {
        Settings settings = SMALL.withPolicy(Settings.DELETING);
        try (Scenario scenario = Scenario.start(settings, data);
                Installation other = scenario.installation(otherData)) {
            applyAtOnce(scenario, other);
            assertThat(scenario.glue().versions().values()).hasSize(27).containsOnly("0");

            scenario.rename("TABLE_00000", "TABLE_00001", "TABLE_00002", "TABLE_00003");
            scenario.delete("MODEL_00007", "MODEL_00017");
            applyAtOnce(scenario, other);

            assertThat(scenario.glue().versions().values()).hasSize(25).containsOnly("0", "1");
            assertThat(scenario.glue().tables(SMALL_DATABASE).values())
                    .filteredOn(table -> table.versionId().equals("1"))
                    .extracting(table -> table.description())
                    .contains(
                            "Renamed TABLE_00000", "Renamed TABLE_00001", "Renamed TABLE_00002", "Renamed TABLE_00003");
            assertThat(scenario.sync().applied()).isEmpty();
            assertThat(other.planReadingAllTables().plan().changes()).isEmpty();
        }
    }

    /** One of them completes; the other is told what it came too late for. */
    private static void applyAtOnce(Scenario scenario, Installation other) throws Exception {
        String planId = scenario.plan().plan().id();
        assertThat(other.plan().plan().id()).isEqualTo(planId);
        CyclicBarrier meeting = new CyclicBarrier(2);
        Progress together = new BeforeWriting(() -> meet(meeting));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<ApplyResult>> results = both.invokeAll(List.of(
                    () -> scenario.installation().apply(planId, together), () -> other.apply(planId, together)));
            List<ApplyResult> ended =
                    List.of(results.get(0).get(), results.get(1).get());
            assertThat(ended).extracting(ApplyResult::outcome).contains(RunOutcome.DONE);
            assertThat(ended)
                    .allSatisfy(result -> assertThat(result.tally().unknown()).isZero());
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void twoProcessesWithOneStoreRunOneAfterTheOther() {
        try (Scenario scenario = Scenario.start(SMALL, data);
                Installation other = scenario.installation(data)) {
            String planId = scenario.plan().plan().id();
            Progress meanwhile = new BeforeWriting(() -> assertThatThrownBy(() -> other.apply(planId, Progress.NONE))
                    .isInstanceOf(SyncException.class)
                    .hasMessageContaining(scenario.installation()
                            .store()
                            .runs()
                            .recent(Installation.ENVIRONMENT, 1)
                            .get(0)
                            .id()));

            ApplyResult first = scenario.installation().apply(planId, meanwhile);

            assertThat(first.outcome()).isEqualTo(RunOutcome.DONE);
            assertThat(other.apply(planId, Progress.NONE).tally().applied()).isZero();
        }
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the other run never came this far", e);
        }
    }

    /** Does something when a run has read everything again and is about to write. */
    private record BeforeWriting(Runnable action) implements Progress {

        @Override
        public void stage(String name, long total) {
            if (name.equals("Applying changes")) {
                action.run();
            }
        }
    }

    @Test
    void theSecondOfTwoInstallationsGetsConflictsAndThenFindsEverythingDone() {
        try (Scenario scenario = Scenario.start(SMALL, data);
                Installation other = scenario.installation(otherData)) {
            Planned mine = scenario.plan();
            Planned theirs = other.plan();
            scenario.apply(mine);
            GlueAccount.Content before = scenario.glue().content();

            ApplyResult second = other.apply(theirs);

            assertThat(second.outcome()).isEqualTo(RunOutcome.FAILED);
            assertThat(second.tally().applied()).isZero();
            assertThat(second.notApplied()).extracting(ChangeOutcome::outcome).contains("conflict");
            scenario.glue().content().assertSameAs(before);
            assertThat(other.plan().plan().empty()).isTrue();
        }
    }
}
