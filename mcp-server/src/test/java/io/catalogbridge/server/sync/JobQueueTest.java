package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.connectors.testing.InMemorySource;
import io.catalogbridge.connectors.testing.InMemoryTarget;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Decision.Resolution;
import io.catalogbridge.mapping.plan.PlanPolicy;
import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.mapping.testing.Snapshots;
import io.catalogbridge.server.rules.RulesInForce;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobQueueTest {

    @TempDir
    private Path folder;

    private final StoppingTarget target = new StoppingTarget();
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SyncEngine engine(boolean readOnly) {
        var tenant = Snapshots.of(
                Assets.table("SALES", "ORDERS").column("ID", text(10)).build(),
                Assets.table("SALES", "ITEMS").column("ID", text(10)).build());
        return new SyncEngine(new SyncEnvironment(
                "dog",
                () -> new InMemorySource(tenant),
                () -> target,
                store,
                () -> RulesInForce.configured(MappingRules.defaults("dog")),
                PlanPolicy.CAUTIOUS,
                true,
                readOnly,
                Clock.systemUTC()));
    }

    private static String plan(SyncEngine engine) {
        return engine.plan(DiscoveryScope.ALL, false, "tester", Progress.NONE)
                .plan()
                .id();
    }

    @Test
    void closingStopsARunAtASafePointAndRecordsIt() throws InterruptedException {
        SyncEngine engine = engine(false);
        JobQueue jobs = new JobQueue(engine, store, "dog");
        target.waitForStop();
        Job job = jobs.start(plan(engine), "tester");
        target.awaitWriting();

        jobs.close();

        assertThat(job.await(Duration.ZERO)).isTrue();
        assertThat(store.runs().find(job.runId())).hasValueSatisfying(run -> {
            assertThat(run.outcome()).isEqualTo(RunOutcome.CANCELLED);
            assertThat(run.cancelledBy()).isEqualTo(JobQueue.SHUTDOWN);
            assertThat(run.tally().applied()).isEqualTo(1);
        });
    }

    @Test
    void nothingBeginsAfterClosing() {
        SyncEngine engine = engine(false);
        String planId = plan(engine);
        JobQueue jobs = new JobQueue(engine, store, "dog");
        jobs.close();

        assertThatThrownBy(() -> jobs.start(planId, "tester")).isInstanceOf(SyncException.class);

        assertThat(store.runs().underWay("dog")).isEmpty();
        assertThat(store.runs().recent("dog", 5))
                .singleElement()
                .extracting(Run::outcome)
                .isEqualTo(RunOutcome.FAILED);
    }

    @Test
    void runsFollowEachOther() throws InterruptedException {
        SyncEngine engine = engine(false);
        String planId = plan(engine);
        try (JobQueue jobs = new JobQueue(engine, store, "dog")) {
            for (int run = 0; run < 5; run++) {
                Job job = jobs.start(planId, "tester");
                assertThat(job.await(Duration.ofMinutes(2))).isTrue();
                assertThat(jobs.find(job.runId())).isEmpty();
            }
        }
        assertThat(store.runs().recent("dog", 10)).hasSize(5);
    }

    @Test
    void aRunIsFoundUntilEverybodyWasToldOfItsEnd() throws InterruptedException {
        SyncEngine engine = engine(false);
        List<Boolean> found = new CopyOnWriteArrayList<>();
        try (JobQueue jobs = new JobQueue(engine, store, "dog")) {
            target.waitForStop();
            Job job = jobs.start(plan(engine), "tester");
            target.awaitWriting();
            job.listen(() -> found.add(jobs.find(job.runId()).isPresent()));
            jobs.cancel(job.runId(), "tester");

            assertThat(job.await(Duration.ofMinutes(2))).isTrue();
        }
        assertThat(found).isNotEmpty().containsOnly(true);
    }

    @Test
    void aListenerThatFailsKeepsNobodyWaiting() throws InterruptedException {
        SyncEngine engine = engine(false);
        try (JobQueue jobs = new JobQueue(engine, store, "dog")) {
            target.waitForStop();
            Job job = jobs.start(plan(engine), "tester");
            target.awaitWriting();
            job.listen(() -> {
                throw new IllegalStateException("gone");
            });
            jobs.cancel(job.runId(), "tester");

            assertThat(job.await(Duration.ofMinutes(2))).isTrue();
            assertThat(store.runs().find(job.runId()).orElseThrow().outcome()).isEqualTo(RunOutcome.CANCELLED);
        }
    }

    @Test
    void nothingIsAppliedOrDecidedWhereTheEnvironmentIsReadOnly() {
        String planId = plan(engine(false));
        SyncEngine readOnly = engine(true);
        try (JobQueue jobs = new JobQueue(readOnly, store, "dog")) {
            assertThatThrownBy(() -> jobs.start(planId, "tester")).hasMessageContaining("read-only");
        }
        assertThatThrownBy(() -> readOnly.conflicts().resolve("conflict-x", Resolution.KEEP_TARGET, "", "tester"))
                .hasMessageContaining("read-only");

        assertThat(store.runs().recent("dog", 5)).isEmpty();
        assertThat(target.calls().byOperation()).doesNotContainKey("CreateTable");
    }

    @Test
    void aRunOfAnotherEnvironmentIsNotCancelledHere() {
        String foreign = store.runs().begin("wolf", "plan-1", "anna");
        try (JobQueue jobs = new JobQueue(engine(false), store, "dog")) {
            assertThat(jobs.cancel(foreign, "tester")).isEmpty();
        }
        assertThat(store.runs().find(foreign).orElseThrow().cancelledBy()).isNull();
    }

    /** Makes one change and then goes on only once the run is to stop. */
    private static final class StoppingTarget implements CatalogTarget {

        private final InMemoryTarget glue = new InMemoryTarget();
        private final CountDownLatch writing = new CountDownLatch(1);
        private volatile boolean waiting;

        void waitForStop() {
            waiting = true;
        }

        void awaitWriting() throws InterruptedException {
            assertThat(writing.await(2, TimeUnit.MINUTES)).isTrue();
        }

        @Override
        public List<Outcome> apply(
                List<Change> changes, TargetReading reading, OutcomeListener listener, Progress progress) {
            List<Outcome> outcomes = glue.apply(changes, reading, listener, progress);
            if (waiting) {
                writing.countDown();
                while (!progress.cancelled()) {
                    Thread.onSpinWait();
                }
            }
            return outcomes;
        }

        @Override
        public TargetReading readDatabases(boolean withJobs, Progress progress) {
            return glue.readDatabases(withJobs, progress);
        }

        @Override
        public TargetReading readTables(TargetReading base, Collection<String> databases, Progress progress) {
            return glue.readTables(base, databases, progress);
        }

        @Override
        public CallCounts calls() {
            return glue.calls();
        }

        @Override
        public void close() {}
    }
}
