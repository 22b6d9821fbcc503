package io.catalogbridge.server.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A plan in the making, in the background. Thread-safe. */
public final class PlanJob extends BackgroundWork {

    private int waiting;
    private @Nullable Planned planned;
    private @Nullable Throwable failure;
    private @Nullable Instant endedAt;

    PlanJob() {}

    /** One more caller waits for it. */
    synchronized void join() {
        waiting++;
    }

    /** One caller less does; true if nobody is left. */
    synchronized boolean leave() {
        waiting--;
        return waiting == 0;
    }

    synchronized void done(Planned made, Instant now) {
        planned = made;
        endedAt = now;
    }

    synchronized void failed(Throwable reason, Instant now) {
        failure = reason;
        endedAt = now;
    }

    /** Whether it ended before this time and nobody has come for it. */
    synchronized boolean forgottenSince(Instant time) {
        return waiting == 0 && endedAt != null && endedAt.isBefore(time);
    }

    /** What came of it, once it has ended; throws what planning threw. */
    synchronized Planned planned() {
        if (planned != null) {
            return planned;
        }
        if (failure instanceof RuntimeException reason) {
            throw reason;
        }
        throw new IllegalStateException("planning broke off", failure);
    }
}
