package io.catalogbridge.connectors.sandbox.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;

/** At most so many calls in any sixty seconds. Thread-safe. */
final class RateWindow {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int limit;
    private final Clock clock;
    private final ArrayDeque<Instant> admitted = new ArrayDeque<>();

    /** @param limit 0 admits everything */
    RateWindow(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Admits the call (empty) or says how long to wait for the next place. */
    synchronized Optional<Duration> admit() {
        if (limit == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        while (!admitted.isEmpty() && !admitted.getFirst().plus(WINDOW).isAfter(now)) {
            admitted.removeFirst();
        }
        if (admitted.size() < limit) {
            admitted.addLast(now);
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, admitted.getFirst().plus(WINDOW)));
    }
}
