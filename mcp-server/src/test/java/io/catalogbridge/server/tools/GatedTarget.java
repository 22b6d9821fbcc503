package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.connectors.testing.InMemoryTarget;
import io.catalogbridge.mapping.plan.Change;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Glue in memory whose runs can be held up after some changes, and whose reading can be made to fail. */
final class GatedTarget implements CatalogTarget {

    private final InMemoryTarget glue;
    private final AtomicInteger changes = new AtomicInteger();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile int closedAfter = Integer.MAX_VALUE;
    private volatile @Nullable RuntimeException refusal;

    GatedTarget(InMemoryTarget glue) {
        this.glue = glue;
    }

    InMemoryTarget glue() {
        return glue;
    }

    /** The run that makes this many changes waits then until the gate is opened. */
    GatedTarget closedAfter(int number) {
        changes.set(0);
        closedAfter = number;
        return this;
    }

    /** Waits until a run stands before the gate. */
    void awaitRun() {
        pass(reached);
    }

    void open() {
        open.countDown();
    }

    /** Reading fails from now on. */
    void refusing(RuntimeException failure) {
        refusal = failure;
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public TargetReading readDatabases(boolean withJobs, Progress progress) {
        RuntimeException failure = refusal;
        if (failure != null) {
            throw failure;
        }
        return glue.readDatabases(withJobs, progress);
    }

    @Override
    public TargetReading readTables(TargetReading base, Collection<String> databases, Progress progress) {
        return glue.readTables(base, databases, progress);
    }

    @Override
    public List<Outcome> apply(
            List<Change> planned, TargetReading reading, OutcomeListener listener, Progress progress) {
        return glue.apply(
                planned,
                reading,
                (change, outcome) -> {
                    listener.happened(change, outcome);
                    if (changes.incrementAndGet() == closedAfter) {
                        reached.countDown();
                        pass(open);
                    }
                },
                progress);
    }

    @Override
    public CallCounts calls() {
        return glue.calls();
    }

    @Override
    public void close() {}
}
