package io.catalogbridge.server.protocol.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many requests run at the same time; the others wait, first come first served. Thread-safe. */
final class Turns {

    private final Semaphore turns;
    private final int most;
    private final Duration patience;

    Turns(int most, Duration patience) {
        this.turns = new Semaphore(most, true);
        this.most = most;
        this.patience = patience;
    }

    /** Waits for a turn; false if none came in time. Whoever got one gives it back with {@link #leave}. */
    boolean take() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        turns.release();
    }

    /** Waits until nobody has a turn; false if somebody still has after that time. */
    boolean drained(Duration limit) {
        try {
            boolean all = turns.tryAcquire(this.most, limit.toMillis(), TimeUnit.MILLISECONDS);
            if (all) {
                turns.release(this.most);
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int running() {
        return most - turns.availablePermits();
    }

    int waiting() {
        return turns.getQueueLength();
    }
}
