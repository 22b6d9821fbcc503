package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.spi.Progress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or whatever else tells the process to end, while a command works: the work is asked to stop at its next safe point,
 * and the process ends once it has, so that what was applied is recorded. Thread-safe.
 */
final class Interruption implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean wanted;

    private Interruption(Console console) {
        this.hook = new Thread(() -> stop(console), "interruption");
    }

    /** Watches for it until closed. */
    static Interruption watched(Console console) {
        Interruption interruption = new Interruption(console);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void stop(Console console) {
        wanted = true;
        console.note("Stopping at the next safe point");
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                console.note("It takes too long; 'status' tells how far it came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same progress, which asks the work to stop once the process is to end. */
    Progress over(Progress shown) {
        return new Progress() {
            @Override
            public void stage(String name, long total) {
                shown.stage(name, total);
            }

            @Override
            public void advance(long steps) {
                shown.advance(steps);
            }

            @Override
            public void waiting(String system, Duration wait) {
                shown.waiting(system, wait);
            }

            @Override
            public boolean cancelled() {
                return wanted || shown.cancelled();
            }
        };
    }

    /** The work has ended, in whatever way. */
    @Override
    public void close() {
        ended.countDown();
        if (!wanted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the process ends just now
            }
        }
    }
}
