package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.limits.Sleeper;
import io.catalogbridge.connectors.limits.Ticker;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What passes by itself outside: time and chance. Tests pass their own. */
public record Timing(Clock clock, Ticker ticker, Sleeper sleeper, RandomGenerator random) {

    /** The real clock, the real wait. */
    public static Timing system() {
        return new Timing(Clock.systemUTC(), Ticker.SYSTEM, Sleeper.SYSTEM, RandomGenerator.of("L64X128MixRandom"));
    }
}
