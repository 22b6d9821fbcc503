package io.catalogbridge.server.protocol;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a bounded number of calls at once. Its threads do not keep the process alive. */
final class CallPool {

    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor executor;
    private final AtomicInteger threads = new AtomicInteger();

    CallPool(CallLimits limits) {
        executor = new ThreadPoolExecutor(
                limits.concurrent(),
                limits.concurrent(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.queued()),
                this::thread);
        executor.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tool-call-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Runs it now or later; false if too much is waiting already. */
    boolean offer(Runnable work) {
        try {
            executor.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Takes nothing more and waits for what is under way; true if all of it has ended. */
    boolean drain(Duration patience) {
        executor.shutdown();
        try {
            return executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
