package io.catalogbridge.server.protocol.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes to answers that are not finished, again and again: only a write shows that a client has gone. Thread-safe.
 */
final class Pulse implements AutoCloseable {

    private final Set<ModernReply> waiting = ConcurrentHashMap.newKeySet();
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

    private void beat() {
        waiting.forEach(reply -> executor.execute(reply::pulse));
    }

    void watch(ModernReply reply) {
        waiting.add(reply);
    }

    void forget(ModernReply reply) {
        waiting.remove(reply);
    }

    @Override
    public void close() {
        beats.cancel(false);
        clock.shutdownNow();
    }
}
