package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.Progress;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Does the same with many items, so many at a time. Nothing queues up: each worker takes the next item when it is done with
 * the last, so memory does not grow with the number of items.
 */
final class Workers implements AutoCloseable {

    private static final long LOOK_FOR_CANCELLATION_MS = 100;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final int size;
    private final ThreadPoolExecutor pool;

    Workers(int size) {
        this.size = size;
        this.pool =
                new ThreadPoolExecutor(size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Workers::thread);
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Returns when the step was done with every item.
     *
     * @throws CancellationException if the user or an interruption stops the work; no further step begins then
     */
    <T> void each(Collection<T> items, Progress progress, Consumer<T> step) {
        Batch<T> batch = new Batch<>(items.iterator(), progress, step);
        List<? extends Future<?>> running = Stream.generate(() -> pool.submit(batch))
                .limit(Math.min(size, items.size()))
                .toList();
        try {
            for (Future<?> worker : running) {
                await(worker, progress);
            }
        } finally {
            batch.stop();
            running.forEach(worker -> worker.cancel(true));
        }
        if (progress.cancelled()) {
            throw new CancellationException("The user stopped the work");
        }
    }

    private static void await(Future<?> worker, Progress progress) {
        while (!progress.cancelled()) {
            try {
                worker.get(LOOK_FOR_CANCELLATION_MS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillRunning) {
                // time to look whether the user has had enough
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The work was interrupted");
            } catch (ExecutionException failure) {
                throw unwrapped(failure);
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "datasphere-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private static final class Batch<T> implements Runnable {

        private final Iterator<T> items;
        private final Progress progress;
        private final Consumer<T> step;
        private boolean stopped;

        Batch(Iterator<T> items, Progress progress, Consumer<T> step) {
            this.items = items;
            this.progress = progress;
            this.step = step;
        }

        @Override
        public void run() {
            Optional<T> item = next();
            while (item.isPresent()) {
                step.accept(item.get());
                progress.advance(1);
                item = next();
            }
        }

        synchronized void stop() {
            stopped = true;
        }

        private synchronized Optional<T> next() {
            boolean more = !stopped && !progress.cancelled() && items.hasNext();
            return more ? Optional.of(items.next()) : Optional.empty();
        }
    }
}
