package io.catalogbridge.connectors.limits;

import io.catalogbridge.connectors.spi.Progress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class RateLawsTest {

    @Property(tries = 200)
    void neverExceedsTheRateAndNeverFallsFarBelowIt(
            @ForAll @DoubleRange(min = 0.05, max = 2_000) double rate,
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @IntRange(min = 51, max = 400) int calls)
            throws Exception {
        VirtualTime time = new VirtualTime();
        AdaptiveRateLimiter limiter = new AdaptiveRateLimiter("glue", new RateLimit(rate, burst), time, time);
        long start = time.nanos();

        for (int i = 0; i < calls; i++) {
            limiter.acquire(Progress.NONE);
        }

        double exact = (calls - burst) / rate;
        assertThat(time.since(start).toNanos() / 1e9).isBetween(exact - 0.051, exact * 1.001 + 0.001);
    }
}
