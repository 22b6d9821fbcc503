package io.catalogbridge.connectors.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionAttemptedEvent;
import io.catalogbridge.connectors.spi.Progress;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what failed in passing, a bounded number of times, with pauses that double and scatter.
 *
 * <p>Failsafe decides whether; the pause itself is ours, since Failsafe's own cannot be replaced in tests.
 */
final class Retry {

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);
    private static final int MAX_DOUBLINGS = 20;
    private static final Duration NOTICEABLE = Duration.ofMillis(200);

    private final RetrySettings settings;
    private final Timing timing;
    private final Progress progress;
    private final FailsafeExecutor<Object> executor;

    Retry(RetrySettings settings, Timing timing, Progress progress) {
        this.settings = settings;
        this.timing = timing;
        this.progress = progress;
        this.executor = Failsafe.with(
                policy(TransientFailure::throttled, settings.throttleAttempts()),
                policy(failure -> !failure.throttled(), settings.faultAttempts()));
    }

    <T> T run(Supplier<T> attempt) {
        try {
            return executor.get(attempt::get);
        } catch (TransientFailure last) {
            throw last.error();
        } catch (FailsafeException interrupted) {
            // attempts declare no checked exception, so this can only wrap an interruption
            Thread.currentThread().interrupt();
            throw Interruption.cancelled();
        }
    }

    private RetryPolicy<Object> policy(Predicate<TransientFailure> concerns, int attempts) {
        return RetryPolicy.builder()
                .handleIf(failure ->
                        failure instanceof TransientFailure passing && concerns.test(passing) && !tooLong(passing))
                .withMaxAttempts(attempts)
                .onRetry(this::pause)
                .build();
    }

    private boolean tooLong(TransientFailure failure) {
        return failure.retryAfter()
                .filter(wait -> wait.compareTo(settings.longestPause()) > 0)
                .isPresent();
    }

    private void pause(ExecutionAttemptedEvent<Object> event) {
        if (event.getLastException() instanceof TransientFailure failure) {
            Duration pause = pauseAfter(event.getAttemptCount(), failure);
            LOG.debug("Again in {}: {}", pause, failure.getMessage());
            sleep(pause);
        }
    }

    private void sleep(Duration pause) {
        if (pause.compareTo(NOTICEABLE) >= 0) {
            progress.waiting("retry", pause);
        }
        try {
            timing.sleeper().sleep(pause);
        } catch (InterruptedException stop) {
            // the next attempt sees the flag and gives up; an exception thrown here would be swallowed
            Thread.currentThread().interrupt();
        }
    }

    /** The pause that a throttling system asks for is the rate limiter's to keep, for all callers at once. */
    private Duration pauseAfter(int attempts, TransientFailure failure) {
        if (failure.throttled() && failure.retryAfter().isPresent()) {
            return Duration.ZERO;
        }
        Duration backoff = scattered(attempts);
        return failure.retryAfter().filter(wait -> wait.compareTo(backoff) > 0).orElse(backoff);
    }

    /** Between half and all of the doubled pause, so that callers who failed together do not return together. */
    private Duration scattered(int attempts) {
        long doubled = settings.firstPause().toMillis() << Math.min(attempts - 1, MAX_DOUBLINGS);
        long full = Math.min(doubled, settings.longestPause().toMillis());
        return Duration.ofMillis(full / 2 + timing.random().nextLong(full / 2 + 1));
    }
}
