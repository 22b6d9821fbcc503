package io.catalogbridge.connectors.limits;

import io.catalogbridge.connectors.spi.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@Timeout(30)
class AdaptiveRateLimiterTest {

    private final VirtualTime time = new VirtualTime();
    private @Nullable AdaptiveRateLimiter throttledWhileWaiting;

    @Test
    void reachesTheConfiguredRateUnderConcurrencyAlthoughThreadsWakeUpLate() throws Exception {
        VirtualTime sluggish = new VirtualTime(Duration.ofMillis(3));
        AdaptiveRateLimiter limiter = new AdaptiveRateLimiter("glue", RateLimit.perSecond(300), sluggish, sluggish);

        inParallel(32, () -> acquire(limiter, 100));

        assertThat(limiter.state().granted()).isEqualTo(3_200);
        assertThat(limiter.state().utilisation()).isBetween(0.95, 1.0);
        assertThat(limiter.state().waiting()).isZero();
    }

    @Test
    void letsABurstThroughAtOnceAndThenKeepsTheRate() throws Exception {
        AdaptiveRateLimiter limiter = limiter(new RateLimit(2, 10));
        long start = time.nanos();

        acquire(limiter, 10);
        assertThat(time.since(start)).isZero();
        acquire(limiter, 4);

        assertThat(time.since(start)).isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(25));
    }

    @Test
    void restDoesNotPileUpMoreThanTheBurst() throws Exception {
        AdaptiveRateLimiter limiter = limiter(new RateLimit(10, 5));
        acquire(limiter, 5);

        time.advance(Duration.ofHours(1));

        assertThat(limiter.state().tokens()).isCloseTo(5, within(0.51));
    }

    @Test
    void manyThrottlesAtOnceHalveTheRateOnce() {
        AdaptiveRateLimiter limiter = limiter(RateLimit.perSecond(80));

        IntStream.range(0, 64).forEach(i -> limiter.throttled(Optional.empty()));

        assertThat(limiter.state().perSecond()).isEqualTo(40);
        assertThat(limiter.state().throttled()).isEqualTo(64);
    }

    @Test
    void repeatedThrottlesHalveTheRateAgainDownToASixteenth() {
        AdaptiveRateLimiter limiter = limiter(RateLimit.perSecond(80));
        List<Double> rates = new ArrayList<>();

        for (int i = 0; i < 6; i++) {
            limiter.throttled(Optional.empty());
            rates.add(limiter.state().perSecond());
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(rates).containsExactly(40.0, 20.0, 10.0, 5.0, 5.0, 5.0);
    }

    @Test
    void successesRaiseTheRateSlowlyBackToTheCeiling() throws Exception {
        AdaptiveRateLimiter limiter = limiter(RateLimit.perSecond(100));
        limiter.throttled(Optional.empty());
        long start = time.nanos();

        while (limiter.state().perSecond() < 100) {
            limiter.acquire(Progress.NONE);
            limiter.succeeded();
        }
        limiter.succeeded();

        assertThat(time.since(start)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(limiter.state().perSecond()).isEqualTo(100);
    }

    @Test
    void nobodyPassesBeforeRetryAfterAndNoCrowdPassesThen() throws Exception {
        AdaptiveRateLimiter limiter = limiter(new RateLimit(10, 10));
        long start = time.nanos();
        limiter.throttled(Optional.of(Duration.ofSeconds(30)));

        assertThat(limiter.state().pause()).isEqualTo(Duration.ofSeconds(30));
        limiter.acquire(Progress.NONE);
        Duration first = time.since(start);
        limiter.acquire(Progress.NONE);

        assertThat(first).isEqualTo(Duration.ofSeconds(30));
        assertThat(time.since(start).minus(first)).isGreaterThanOrEqualTo(Duration.ofMillis(199));
    }

    @Test
    void aPauseAskedForWhileSomebodyWaitsHoldsForThem() throws Exception {
        AdaptiveRateLimiter limiter = new AdaptiveRateLimiter("slow", RateLimit.perSecond(1), time, this::throttleOnce);
        throttledWhileWaiting = limiter;
        limiter.acquire(Progress.NONE);
        long start = time.nanos();

        limiter.acquire(Progress.NONE);

        assertThat(time.since(start)).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void withoutALimitOnlyThePauseMakesCallersWait() throws Exception {
        AdaptiveRateLimiter limiter = limiter(RateLimit.UNLIMITED);
        long start = time.nanos();
        acquire(limiter, 100_000);
        assertThat(time.since(start)).isZero();

        limiter.throttled(Optional.of(Duration.ofSeconds(2)));
        acquire(limiter, 1);

        assertThat(time.since(start)).isEqualTo(Duration.ofSeconds(2));
        assertThat(limiter.state().perSecond()).isInfinite();
        assertThat(limiter.state().utilisation()).isZero();
    }

    @Test
    void servesCallersInTheOrderInWhichTheyCame() throws Exception {
        Gate gate = new Gate(time);
        AdaptiveRateLimiter limiter = new AdaptiveRateLimiter("fair", RateLimit.perSecond(1), time, gate);
        limiter.acquire(Progress.NONE);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            callers.add(queued(limiter));
        }

        gate.open();
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(gate.sleepers()).containsExactlyElementsOf(callers);
    }

    @Test
    void tellsOfNoticeableWaitsOnly() throws Exception {
        List<Duration> waits = new ArrayList<>();
        Progress progress = waitsInto(waits);
        AdaptiveRateLimiter fast = limiter(RateLimit.perSecond(100));
        AdaptiveRateLimiter slow = limiter(RateLimit.perSecond(0.5));

        for (int i = 0; i < 2; i++) {
            fast.acquire(progress);
            slow.acquire(progress);
        }

        assertThat(waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(2)));
    }

    @Test
    void anInterruptedCallerLeavesTheQueue() throws Exception {
        AdaptiveRateLimiter limiter = new AdaptiveRateLimiter("glue", RateLimit.perSecond(1), time, duration -> {
            throw new InterruptedException();
        });
        limiter.acquire(Progress.NONE);

        assertThatThrownBy(() -> limiter.acquire(Progress.NONE)).isInstanceOf(InterruptedException.class);
        time.advance(Duration.ofSeconds(1));
        limiter.acquire(Progress.NONE);

        assertThat(limiter.state().waiting()).isZero();
        assertThat(limiter.state().granted()).isEqualTo(2);
    }

    @Test
    void aCancelledCallerStopsWaiting() throws Exception {
        AdaptiveRateLimiter limiter = limiter(RateLimit.perMinute(1));
        limiter.acquire(Progress.NONE);

        assertThatThrownBy(() -> limiter.acquire(cancelled()))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("glue");
        assertThat(limiter.state().waiting()).isZero();
    }

    @Test
    void refusesALimitThatLetsNothingThrough() {
        assertThatThrownBy(() -> RateLimit.perSecond(0)).hasMessageContaining("0.0 per second");
        assertThatThrownBy(() -> RateLimit.perSecond(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimit(1, 0)).hasMessageContaining("bursts of 0");
    }

    private AdaptiveRateLimiter limiter(RateLimit limit) {
        return new AdaptiveRateLimiter("glue", limit, time, time);
    }

    private void throttleOnce(Duration duration) {
        if (throttledWhileWaiting != null) {
            throttledWhileWaiting.throttled(Optional.of(Duration.ofSeconds(60)));
            throttledWhileWaiting = null;
        }
        time.sleep(duration);
    }

    private static Thread queued(AdaptiveRateLimiter limiter) {
        Thread caller =
                new Thread(() -> assertThatCode(() -> acquire(limiter, 1)).doesNotThrowAnyException());
        caller.start();
        while (caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return caller;
    }

    private static @Nullable Void acquire(AdaptiveRateLimiter limiter, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            limiter.acquire(Progress.NONE);
        }
        return null;
    }

    private static void inParallel(int threads, Callable<?> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> all = IntStream.range(0, threads)
                    .<Callable<Object>>mapToObj(i -> work::call)
                    .toList();
            for (Future<Object> each : pool.invokeAll(all)) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Progress waitsInto(List<Duration> waits) {
        return new Progress() {
            @Override
            public void waiting(String system, Duration wait) {
                waits.add(wait);
            }
        };
    }

    private static Progress cancelled() {
        return new Progress() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
    }
}
