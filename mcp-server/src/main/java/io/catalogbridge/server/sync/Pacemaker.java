package io.catalogbridge.server.sync;

import io.catalogbridge.server.sync.BackgroundWork.Listening;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does something again and again. Thread-safe. */
@FunctionalInterface
public interface Pacemaker {

    /** Every second until closed, never twice at once. */
    Listening everySecond(Runnable work);

    /** In real time, on a thread that lives only as long as there is work and does not keep the process alive. */
    static Pacemaker realTime() {
        return work -> {
            ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "run-watch");
                thread.setDaemon(true);
                return thread;
            });
            ScheduledFuture<?> repeated = executor.scheduleWithFixedDelay(work, 1, 1, TimeUnit.SECONDS);
            return () -> {
                repeated.cancel(false);
                executor.shutdown();
            };
        };
    }
}
