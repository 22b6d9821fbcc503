package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.testing.InMemoryTarget;
import io.catalogbridge.connectors.testing.RecordedProgress;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.surface.Content;
import io.catalogbridge.server.surface.ResourceUpdates;
import io.catalogbridge.server.surface.TaskState;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.sync.Pacemaker;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

class BackgroundRunsTest {

    private static final Asset[] TENANT = IntStream.range(0, 5)
            .mapToObj(number ->
                    Assets.table("SALES", "T" + number).column("ID", text(10)).build())
            .toArray(Asset[]::new);

    /** The database, two of five tables. */
    private static final int HALF_WAY = 3;

    private static final int CHANGES = 7;

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T12:00:00Z"));
    private TestingBridge bridge;
    private String planId;

    @BeforeEach
    void plan() {
        bridge = new TestingBridge(folder, new InMemoryTarget(), clock);
        planId = bridge.tenant(TENANT).call("plan_sync", Map.of()).get("planId").asString();
    }

    @AfterEach
    void close() {
        bridge.gate().open();
        bridge.close();
    }

    /** Begins a run that stands half-way. */
    private String halfWay() {
        bridge.gate().closedAfter(HALF_WAY);
        String runId = bridge.patience(TestingBridge.IMPATIENT)
                .call("run_sync", Map.of("planId", planId))
                .get("runId")
                .asString();
        bridge.gate().awaitRun();
        return runId;
    }

    private void goOn(String runId) {
        bridge.gate().open();
        bridge.await(runId);
    }

    private Run run(String runId) {
        return bridge.store().runs().find(runId).orElseThrow();
    }

    private ToolResult runSync(TestingCall call) {
        return bridge.tool("run_sync", WritePermission.ALLOWED).call(call);
    }

    @Test
    void aRunThatTakesLongGoesOnInTheBackgroundAndCanBeFollowed() {
        bridge.gate().closedAfter(HALF_WAY);
        ToolResult handle = bridge.patience(TestingBridge.IMPATIENT)
                .tool("run_sync", WritePermission.ALLOWED)
                .call(TestingCall.of(Map.of("planId", planId)));
        String runId = handle.structured().get("runId").asString();

        assertThat(handle.structured().get("outcome").asString()).isEqualTo("running");
        assertThat(handle.structured().get("next").asString()).contains("get_sync_status", "sync://runs/" + runId);
        assertThat(handle.content())
                .filteredOn(Content.Link.class::isInstance)
                .singleElement()
                .extracting(link -> ((Content.Link) link).resource().uri())
                .isEqualTo("sync://runs/" + runId);

        goOn(runId);

        assertThat(bridge.call("get_sync_status", Map.of())
                        .at("/runs/0/outcome")
                        .asString())
                .isEqualTo("done");
        assertThat(bridge.target().catalog().tables()).hasSize(TENANT.length);
    }

    @Test
    void statusShowsHowFarARunIs() throws InterruptedException {
        bridge.gate().closedAfter(HALF_WAY);
        Progress ticking = new Progress() {
            @Override
            public void advance(long steps) {
                clock.advance(Duration.ofSeconds(2));
            }
        };
        Thread caller = new Thread(
                () -> runSync(TestingCall.of(Map.of("planId", planId)).reporting(ticking)));
        bridge.patience(TestingBridge.PATIENT);
        caller.start();
        bridge.gate().awaitRun();

        ObjectNode status = bridge.call("get_sync_status", Map.of());

        assertThat(status.at("/runs/0/outcome").asString()).isEqualTo("running");
        assertThat(status.at("/runs/0/applied").asInt()).isEqualTo(HALF_WAY);
        assertThat(status.at("/runs/0/progress/total").asInt()).isEqualTo(CHANGES);
        assertThat(status.get("next").asString()).contains("under way", "cancel_sync");
        goOn(status.at("/runs/0/runId").asString());
        caller.join();
    }

    @Test
    void aSecondRunIsRefusedByTheNameOfTheFirst() {
        String first = halfWay();

        ToolFailure refusal = bridge.failure("run_sync", Map.of("planId", planId));

        assertThat(refusal.code()).isEqualTo("CONFLICT");
        assertThat(refusal).hasMessageContaining(first).hasMessageContaining("tester");
        assertThat(refusal.retryable()).isTrue();
        assertThat(refusal.nextTool()).isEqualTo("get_sync_status");
        goOn(first);
    }

    @Test
    void whatWasAppliedBeforeCancellingStaysAndTheNextRunDoesTheRest() {
        String runId = halfWay();

        ObjectNode answer = bridge.call("cancel_sync", Map.of("runId", runId));
        goOn(runId);

        assertThat(answer.get("requested").asBoolean()).isTrue();
        assertThat(run(runId).outcome()).isEqualTo(RunOutcome.CANCELLED);
        assertThat(run(runId).cancelledBy()).isEqualTo("tester");
        assertThat(run(runId).tally().applied()).isEqualTo(HALF_WAY);
        assertThat(bridge.target().catalog().tables()).hasSize(HALF_WAY - 1);
        assertThat(bridge.store().audit().recent("dog", 10)).anySatisfy(record -> {
            assertThat(record.action()).isEqualTo("cancel");
            assertThat(record.actor()).isEqualTo("tester");
            assertThat(record.subject()).isEqualTo(runId);
        });

        bridge.patience(TestingBridge.PATIENT).synchronised();

        assertThat(bridge.target().catalog().tables()).hasSize(TENANT.length);
        assertThat(bridge.call("plan_sync", Map.of()).get("next").asString()).startsWith("Nothing to do");
    }

    @Test
    void cancellingARunThatHasEndedSaysSo() {
        bridge.synchronised();
        String runId = bridge.store().runs().recent("dog", 1).get(0).id();

        ObjectNode answer = bridge.call("cancel_sync", Map.of("runId", runId));

        assertThat(answer.get("requested").asBoolean()).isFalse();
        assertThat(answer.get("outcome").asString()).isEqualTo("done");
        assertThat(run(runId).cancelledBy()).isNull();
    }

    @Test
    void cancellingARunThatDoesNotExistNamesThoseThatDo() {
        bridge.synchronised();

        ToolFailure failure = bridge.failure("cancel_sync", Map.of("runId", "run-x"));

        assertThat(failure.code()).isEqualTo("NOT_FOUND");
        assertThat(failure.suggestions())
                .containsExactly(bridge.store().runs().recent("dog", 1).get(0).id());
    }

    @Test
    void aCallerWhoLosesInterestWantsTheRunToStop() {
        bridge.gate().closedAfter(HALF_WAY);
        AtomicBoolean lost = new AtomicBoolean();
        Progress caller = new Progress() {
            @Override
            public boolean cancelled() {
                return lost.get();
            }
        };
        bridge.patience((job, progress) -> {
            bridge.gate().awaitRun();
            lost.set(true);
            return false;
        });

        String runId = runSync(TestingCall.of(Map.of("planId", planId)).reporting(caller))
                .structured()
                .get("runId")
                .asString();
        goOn(runId);

        assertThat(run(runId).outcome()).isEqualTo(RunOutcome.CANCELLED);
        assertThat(run(runId).tally().applied()).isEqualTo(HALF_WAY);
    }

    @Test
    void whoWaitsIsToldHowFarTheRunIs() {
        RecordedProgress progress = new RecordedProgress();

        runSync(TestingCall.of(Map.of("planId", planId)).reporting(progress));

        assertThat(progress.stages()).contains("Applying changes");
        assertThat(progress.steps()).isGreaterThanOrEqualTo(CHANGES);
    }

    @Test
    void patienceEndsWithTheRunTheTimeOrTheCallersInterest() {
        String runId = halfWay();
        AtomicInteger looks = new AtomicInteger();
        Patience hasty = Patience.upTo(Duration.ofNanos(3), () -> looks.getAndIncrement());
        RecordedProgress gone = new RecordedProgress().cancelledAfter(0);
        var job = bridge.jobs().find(runId).orElseThrow();

        assertThat(hasty.await(job, Progress.NONE)).isFalse();
        assertThat(Patience.ORDINARY.await(job, gone)).isFalse();
        goOn(runId);
        assertThat(Patience.ORDINARY.await(job, Progress.NONE)).isTrue();
    }

    @Test
    void aClientThatTakesTasksGetsOneAndAsksForItLater() {
        bridge.gate().closedAfter(HALF_WAY);

        ToolResult begun = runSync(TestingCall.of(Map.of("planId", planId)).acceptingTasks());
        String taskId = String.valueOf(begun.task());
        bridge.gate().awaitRun();

        assertThat(task(taskId)).satisfies(state -> {
            assertThat(state.status()).isEqualTo(TaskState.Status.WORKING);
            assertThat(state.result()).isNull();
        });
        goOn(taskId);
        assertThat(task(taskId).status()).isEqualTo(TaskState.Status.COMPLETED);
        assertThat(result(task(taskId)).get("applied").asInt()).isEqualTo(CHANGES);
    }

    private TaskState task(String id) {
        return ToolSet.tasks(bridge.context(WritePermission.ALLOWED)).find(id).orElseThrow();
    }

    private static ObjectNode result(TaskState state) {
        ToolResult result = state.result();
        if (result == null) {
            throw new AssertionError("the task has no result: " + state);
        }
        return result.structured();
    }

    @Test
    void aTaskHasTheResultThatTheCallWouldHaveHadAlsoInAnotherProcess() {
        bridge.patience(TestingBridge.PATIENT);
        ObjectNode called = bridge.call("run_sync", Map.of("planId", planId));

        try (TestingBridge later = new TestingBridge(folder, bridge.target(), clock)) {
            TaskState state = ToolSet.tasks(later.context(WritePermission.ALLOWED))
                    .find(called.get("runId").asString())
                    .orElseThrow();
            assertThat(result(state)).isEqualTo(called);
        }
    }

    @Test
    void aCancelledTaskIsCancelled() {
        String runId = halfWay();

        boolean known = ToolSet.tasks(bridge.context(WritePermission.ALLOWED)).cancel(runId, "somebody");
        goOn(runId);

        assertThat(known).isTrue();
        assertThat(task(runId).status()).isEqualTo(TaskState.Status.CANCELLED);
        assertThat(ToolSet.tasks(bridge.context(WritePermission.ALLOWED)).cancel("run-x", "somebody"))
                .isFalse();
    }

    @Test
    void aRunThatCannotReadGlueFailsAsTheCallDoesAndIsRemembered() {
        bridge.gate().refusing(new ConnectorException(ErrorKind.AUTH, "glue", "no entry", "ask for the key"));

        ToolFailure failure = bridge.failure("run_sync", Map.of("planId", planId));

        Run run = bridge.store().runs().recent("dog", 1).get(0);
        assertThat(failure.code()).isEqualTo("AUTH");
        assertThat(failure).hasMessageContaining(run.id()).hasMessageContaining("glue: no entry");
        assertThat(failure.suggestions()).containsExactly("ask for the key");
        assertThat(run.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(task(run.id()).status()).isEqualTo(TaskState.Status.COMPLETED);
        assertThat(task(run.id()).failure())
                .isNotNull()
                .extracting(ToolFailure::code)
                .isEqualTo("AUTH");
        assertThat(bridge.call("get_sync_status", Map.of())
                        .at("/runs/0/failure/message")
                        .asString())
                .isEqualTo("glue: no entry");
    }

    @Test
    void aRunWhoseProcessDiedIsInterruptedAndAnotherMayBegin() {
        String dead = bridge.store().runs().begin("dog", planId, "tester");
        clock.advance(Duration.ofMinutes(3));

        assertThat(bridge.call("get_sync_status", Map.of())
                        .at("/runs/0/outcome")
                        .asString())
                .isEqualTo("interrupted");
        assertThat(task(dead).failure())
                .isNotNull()
                .extracting(ToolFailure::code)
                .isEqualTo("INTERRUPTED");
        assertThat(bridge.call("run_sync", Map.of("planId", planId))
                        .get("outcome")
                        .asString())
                .isEqualTo("done");
        assertThat(run(dead).outcome()).isEqualTo(RunOutcome.INTERRUPTED);
    }

    @Test
    void aRunOfAnotherProcessIsStoppedThroughTheStore() {
        String runId = halfWay();

        try (TestingBridge other = new TestingBridge(folder, bridge.target(), clock)) {
            ToolFailure refusal = other.failure("run_sync", Map.of("planId", planId));
            other.call("cancel_sync", Map.of("runId", runId));
            clock.advance(Duration.ofSeconds(2));
            goOn(runId);

            assertThat(refusal).hasMessageContaining(runId);
            assertThat(run(runId).outcome()).isEqualTo(RunOutcome.CANCELLED);
            assertThat(other.call("plan_sync", Map.of()).at("/summary/create").asInt())
                    .isZero();
        }
    }

    @Test
    void whoWatchesARunOfThisProcessHearsOfItsEnd() {
        String runId = halfWay();
        AtomicInteger heard = new AtomicInteger();
        List<Boolean> ended = new CopyOnWriteArrayList<>();
        ResourceUpdates.Watch watch = updates(new TestingPacemaker()).watch("sync://runs/" + runId, () -> {
            heard.incrementAndGet();
            ended.add(!run(runId).running());
        });

        goOn(runId);

        watch.close();
        assertThat(heard).hasPositiveValue();
        assertThat(ended).endsWith(true);
    }

    @Test
    void runsOfOtherProcessesAreLookedAtOnlyWhileSomebodyWatches() {
        TestingPacemaker pacemaker = new TestingPacemaker();
        String foreign = bridge.store().runs().begin("dog", planId, "somebody");
        List<String> heard = new ArrayList<>();
        ResourceUpdates updates = updates(pacemaker);

        ResourceUpdates.Watch first = updates.watch("sync://runs/" + foreign, () -> heard.add("first"));
        ResourceUpdates.Watch second = updates.watch("sync://runs/" + foreign, () -> heard.add("second"));
        assertThat(pacemaker.works()).isEqualTo(1);
        pacemaker.tick();
        assertThat(heard).isEmpty();

        bridge.store().runs().requestStop(foreign, "somebody");
        first.close();
        pacemaker.tick();
        pacemaker.tick();
        assertThat(heard).containsExactly("second");

        second.close();
        second.close();
        assertThat(pacemaker.works()).isZero();
    }

    @Test
    void aForeignRunThatEndsIsToldOfOnceAndNotLookedAtAnyMore() {
        TestingPacemaker pacemaker = new TestingPacemaker();
        String foreign = bridge.store().runs().begin("dog", planId, "somebody");
        AtomicInteger heard = new AtomicInteger();
        updates(pacemaker).watch("sync://runs/" + foreign, heard::incrementAndGet);

        clock.advance(Duration.ofMinutes(3));
        pacemaker.tick();

        assertThat(heard).hasValue(1);
        assertThat(pacemaker.works()).isZero();
    }

    @Test
    void whatNeverChangesIsNotWatched() {
        TestingPacemaker pacemaker = new TestingPacemaker();
        bridge.synchronised();
        String ended = bridge.store().runs().recent("dog", 1).get(0).id();

        for (String uri :
                List.of("sync://runs/" + ended, "sync://runs/run-x", "sync://plans/" + planId, "sync://runs/")) {
            updates(pacemaker).watch(uri, () -> {}).close();
        }

        assertThat(pacemaker.begun()).isZero();
    }

    private ResourceUpdates updates(Pacemaker pacemaker) {
        return ToolSet.updates(bridge.context(WritePermission.ALLOWED), pacemaker);
    }
}
