package io.catalogbridge.connectors.glue;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionScheduledEvent;
import io.catalogbridge.connectors.glue.GlueConfig.Patience;
import io.catalogbridge.connectors.limits.AdaptiveRateLimiter;
import io.catalogbridge.connectors.limits.RateState;
import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.Progress;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes calls: each attempt waits for its turn, is counted, and tells the rate limit how it went; what may pass is tried
 * again. Thread-safe.
 */
final class GlueCalls {

    private static final String SYSTEM = "glue";
    private static final double JITTER = 0.25;

    private final Patience patience;
    private final Map<OperationGroup, AdaptiveRateLimiter> limiters = new EnumMap<>(OperationGroup.class);
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    GlueCalls(GlueConfig config) {
        this.patience = config.patience();
        limiters.put(OperationGroup.READS, new AdaptiveRateLimiter(SYSTEM + " reads", config.reads()));
        limiters.put(OperationGroup.WRITES, new AdaptiveRateLimiter(SYSTEM + " writes", config.writes()));
    }

    /**
     * Makes a call, again if need be.
     *
     * @param operation as AWS names it, such as {@code GetTables}
     * @throws GlueFailure if it failed for good
     */
    <T> Answer<T> make(String operation, Progress progress, Supplier<T> call) {
        AtomicBoolean lost = new AtomicBoolean();
        try {
            T value = Failsafe.with(
                            retry(AwsErrors::isThrottling, patience.throttleAttempts(), progress),
                            retry(AwsErrors::isTrouble, patience.troubleAttempts(), progress))
                    .get(() -> attempt(operation, progress, call, lost));
            return new Answer<>(value, lost.get());
        } catch (SdkException failure) {
            throw GlueFailure.of(operation, failure, lost.get());
        } catch (CancellationException | FailsafeException stopped) {
            throw GlueFailure.stopped(operation, lost.get());
        }
    }

    CallCounts counts() {
        Map<String, Long> now = new ConcurrentHashMap<>();
        counts.forEach((operation, count) -> now.put(operation, count.sum()));
        return CallCounts.of(now);
    }

    List<RateState> rates() {
        return Arrays.stream(OperationGroup.values())
                .map(group -> limiter(group).state())
                .toList();
    }

    private <T> T attempt(String operation, Progress progress, Supplier<T> call, AtomicBoolean lost)
            throws InterruptedException {
        AdaptiveRateLimiter limiter = limiter(OperationGroup.of(operation));
        limiter.acquire(progress);
        counts.computeIfAbsent(operation, name -> new LongAdder()).increment();
        try {
            T value = call.get();
            limiter.succeeded();
            return value;
        } catch (SdkException failure) {
            tell(limiter, failure);
            lost.compareAndSet(false, AwsErrors.isTrouble(failure));
            throw failure;
        }
    }

    private AdaptiveRateLimiter limiter(OperationGroup group) {
        AdaptiveRateLimiter limiter = limiters.get(group);
        if (limiter == null) {
            throw new IllegalStateException("no rate limit for " + group);
        }
        return limiter;
    }

    private static void tell(AdaptiveRateLimiter limiter, SdkException failure) {
        if (AwsErrors.isThrottling(failure)) {
            limiter.throttled(AwsErrors.retryAfter(failure));
        }
    }

    private <T> RetryPolicy<T> retry(Predicate<SdkException> cause, int attempts, Progress progress) {
        return RetryPolicy.<T>builder()
                .handleIf(failure -> failure instanceof SdkException known && cause.test(known))
                .abortIf((result, failure) -> progress.cancelled())
                .withMaxAttempts(attempts)
                .withBackoff(patience.firstDelay(), patience.longestDelay())
                .withJitter(JITTER)
                .onRetryScheduled(event -> tellOfWait(event, progress))
                .build();
    }

    private static void tellOfWait(ExecutionScheduledEvent<?> event, Progress progress) {
        Duration delay = event.getDelay();
        if (delay.toMillis() >= 200) {
            progress.waiting(SYSTEM, delay);
        }
    }

    /**
     * What came back.
     *
     * @param repeated true if the answer to an earlier attempt was lost, so that the call may have been carried out twice
     */
    record Answer<T>(T value, boolean repeated) {}
}
