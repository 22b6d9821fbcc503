package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.sync.BackgroundWork;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a caller waits for what goes on in the background. Thread-safe. */
@FunctionalInterface
public interface Patience {

    /** Clients give up after a minute; what takes longer is better followed than waited for. */
    Patience ORDINARY = upTo(Duration.ofSeconds(45), System::nanoTime);

    /** Returns true once the work has ended, false when it takes too long or the caller has lost interest. */
    boolean await(BackgroundWork work, Progress caller);

    /** Waits for so long, and looks several times a second whether the caller is still interested. */
    static Patience upTo(Duration most, LongSupplier nanoTime) {
        long slice = Duration.ofMillis(200).toNanos();
        return (work, caller) -> {
            long end = nanoTime.getAsLong() + most.toNanos();
            long left = most.toNanos();
            try {
                while (left > 0 && !caller.cancelled() && !work.await(Duration.ofNanos(Math.min(left, slice)))) {
                    left = end - nanoTime.getAsLong();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return work.ended();
        };
    }
}
