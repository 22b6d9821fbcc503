package io.catalogbridge.connectors.glue;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Work for several threads at once. */
final class Tasks {

    private Tasks() {}

    /** Threads that do not keep the process alive. */
    static ExecutorService pool(int threads) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "glue-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs everything and returns when the last task has ended. A task's exception is thrown here, and no further task
     * begins.
     *
     * @param interrupted told when the calling thread is interrupted, so that tasks can end early
     * @return false if the calling thread was interrupted
     */
    static boolean run(ExecutorService pool, Collection<? extends Runnable> tasks, Runnable interrupted) {
        List<? extends Future<?>> running = tasks.stream().map(pool::submit).toList();
        boolean undisturbed = true;
        try {
            for (Future<?> task : running) {
                undisturbed &= finished(task, interrupted);
            }
            return undisturbed;
        } finally {
            running.forEach(task -> task.cancel(false));
        }
    }

    private static boolean finished(Future<?> task, Runnable interrupted) {
        boolean undisturbed = true;
        while (true) {
            try {
                task.get();
                return undisturbed;
            } catch (InterruptedException again) {
                undisturbed = false;
                interrupted.run();
            } catch (ExecutionException failed) {
                throw thrown(failed);
            }
        }
    }

    private static RuntimeException thrown(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
    }
}
