package io.catalogbridge.server.protocol.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes to answers that take long, again and again: only a write shows that a client has gone. The first write turns an answer
 * into a stream, so what is answered within one interval is left alone. Thread-safe.
 */
final class Pulse implements AutoCloseable {

    /** An answer that is not finished. */
    interface Unfinished {
        /** Writes something without meaning. */
        void pulse();
    }

    /** Whether each has been waited for through a whole interval. */
    private final Map<Unfinished, Boolean> unfinished = new ConcurrentHashMap<>();

    private final Executor executor;
    private final ScheduledThreadPoolExecutor clock;
    private final ScheduledFuture<?> beats;

    /** @param executor writes, so that a slow client holds up no other */
    Pulse(Duration interval, Executor executor) {
        this.executor = executor;
        this.clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "http-pulse");
            thread.setDaemon(true);
            return thread;
        });
        beats = clock.scheduleWithFixedDelay(
                this::beat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void beat() {
        unfinished.forEach((answer, late) -> {
            if (late) {
                executor.execute(answer::pulse);
            } else {
                unfinished.replace(answer, false, true);
            }
        });
    }

    void watch(Unfinished answer) {
        unfinished.put(answer, false);
    }

    void forget(Unfinished answer) {
        unfinished.remove(answer);
    }

    @Override
    public void close() {
        beats.cancel(false);
        clock.shutdownNow();
    }
}
