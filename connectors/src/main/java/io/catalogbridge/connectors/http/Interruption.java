package io.catalogbridge.connectors.http;

import java.util.concurrent.CancellationException;

/** An interrupted thread is one whose work was cancelled. */
final class Interruption {

    private Interruption() {}

    /** Runs a wait; its interruption becomes a cancellation, and the thread stays interrupted. */
    static void guard(Wait wait) {
        try {
            wait.run();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
    }

    static CancellationException cancelled() {
        return new CancellationException("The work was cancelled");
    }

    @FunctionalInterface
    interface Wait {
        void run() throws InterruptedException;
    }
}
