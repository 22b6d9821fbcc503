package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.store.Runs.Position;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A run that goes on in this process, in the background. Thread-safe. */
public final class Job {

    private final String runId;
    private final List<Progress> watchers = new CopyOnWriteArrayList<>();
    private Position position = Position.START;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private boolean over;

    Job(String runId) {
        this.runId = runId;
    }

    public String runId() {
        return runId;
    }

    /**
     * Waits until the run has ended and the store says how.
     *
     * @return false if it takes longer than this
     * @throws InterruptedException if the waiting thread is to stop; the run goes on
     */
    public boolean await(Duration time) throws InterruptedException {
        return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether it has ended and the store says how. */
    public boolean ended() {
        return ended.getCount() == 0;
    }

    /** Tells somebody how far the run is, at once and from now on, until the returned listening is closed. */
    public synchronized Listening follow(Progress watcher) {
        watchers.add(watcher);
        if (!position.equals(Position.START)) {
            watcher.stage(position.stage(), position.total());
            watcher.advance(position.done());
        }
        return () -> watchers.remove(watcher);
    }

    /** Runs something whenever the store has learned something of the run, the last time when it has ended. */
    public Listening listen(Runnable changed) {
        if (joins(changed)) {
            return () -> listeners.remove(changed);
        }
        changed.run();
        return () -> {};
    }

    /** False if everybody was told of the end already. */
    private synchronized boolean joins(Runnable changed) {
        return !over && listeners.add(changed);
    }

    /** Ends with {@link #close}, which may be called more than once. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** The run stops at its next safe point. */
    void stop() {
        stopping = true;
    }

    void recorded() {
        listeners.forEach(Runnable::run);
    }

    void end() {
        close();
        recorded();
        ended.countDown();
    }

    private synchronized void close() {
        over = true;
    }

    private synchronized void stage(String name, long total) {
        position = new Position(name, name.equals(position.stage()) ? position.done() : 0, total);
        watchers.forEach(watcher -> watcher.stage(name, total));
    }

    private synchronized void advance(long steps) {
        position = new Position(position.stage(), position.done() + steps, position.total());
        watchers.forEach(watcher -> watcher.advance(steps));
    }

    /** What the run reports to. Whether its watchers have lost interest does not matter to it. */
    Progress progress() {
        return new Progress() {
            @Override
            public void stage(String name, long total) {
                Job.this.stage(name, total);
            }

            @Override
            public void advance(long steps) {
                Job.this.advance(steps);
            }

            @Override
            public void waiting(String system, Duration wait) {
                watchers.forEach(watcher -> watcher.waiting(system, wait));
            }

            @Override
            public boolean cancelled() {
                return stopping;
            }
        };
    }
}
