package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.store.Runs.Position;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that goes on in this process, in the background, whoever waits for it. Thread-safe. */
public abstract class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final List<Progress> watchers = new CopyOnWriteArrayList<>();
    private Position position = Position.START;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private boolean over;

    BackgroundWork() {}

    /**
     * Waits until it has ended and what came of it is known.
     *
     * @return false if it takes longer than this
     * @throws InterruptedException if the waiting thread is to stop; the work goes on
     */
    public final boolean await(Duration time) throws InterruptedException {
        return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether it has ended and what came of it is known. */
    public final boolean ended() {
        return ended.getCount() == 0;
    }

    /** How far it is. */
    public final synchronized Position position() {
        return position;
    }

    /** Tells somebody how far the work is, at once and from now on, until the returned listening is closed. */
    public final synchronized Listening follow(Progress watcher) {
        watchers.add(watcher);
        if (!position.equals(Position.START)) {
            watcher.stage(position.stage(), position.total());
            watcher.advance(position.done());
        }
        return () -> watchers.remove(watcher);
    }

    /** Runs something whenever the store has learned something of the work, the last time when it has ended. */
    public final Listening listen(Runnable changed) {
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

    /** It stops at its next safe point. */
    final void stop() {
        stopping = true;
    }

    final void recorded() {
        listeners.forEach(BackgroundWork::tell);
    }

    /** One who fails to listen keeps neither the work nor anybody else waiting. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("somebody could not be told of work in the background: {}", e.getMessage());
        }
    }

    /**
     * Tells everybody of the end.
     *
     * @param forgotten runs when everybody was told, before anybody who waits goes on
     */
    final void end(Runnable forgotten) {
        close();
        recorded();
        forgotten.run();
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

    /** What the work reports to. Whether its watchers have lost interest does not matter to it. */
    final Progress progress() {
        return new Progress() {
            @Override
            public void stage(String name, long total) {
                BackgroundWork.this.stage(name, total);
            }

            @Override
            public void advance(long steps) {
                BackgroundWork.this.advance(steps);
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
