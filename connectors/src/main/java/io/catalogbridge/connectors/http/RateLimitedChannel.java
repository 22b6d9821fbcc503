package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.limits.AdaptiveRateLimiter;
import io.catalogbridge.connectors.spi.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Waits for a turn before each attempt, and tells the limiter how the other side took it. */
final class RateLimitedChannel implements Channel {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Channel inner;
    private final AdaptiveRateLimiter limiter;
    private final Progress progress;
    private final Clock clock;
    private final Duration longestPause;

    RateLimitedChannel(
            Channel inner, AdaptiveRateLimiter limiter, Progress progress, Clock clock, Duration longestPause) {
        this.inner = inner;
        this.limiter = limiter;
        this.progress = progress;
        this.clock = clock;
        this.longestPause = longestPause;
    }

    @Override
    public ApiAnswer send(ApiCall call) throws IOException {
        Interruption.guard(() -> limiter.acquire(progress));
        ApiAnswer answer = inner.send(call);
        if (answer.status() == TOO_MANY_REQUESTS) {
            limiter.throttled(RetryAfter.of(answer, clock).map(this::bounded));
        } else {
            limiter.succeeded();
        }
        return answer;
    }

    private Duration bounded(Duration pause) {
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
