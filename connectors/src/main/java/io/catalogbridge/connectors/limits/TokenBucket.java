package io.catalogbridge.connectors.limits;

import java.util.concurrent.TimeUnit;

/**
 * The arithmetic of an adaptive token bucket. Times are nanoseconds since the bucket was made. Not thread-safe.
 *
 * <p>On top of the burst the bucket holds what flows in within {@link #SLACK_SECONDS}: threads wake up late, and what they
 * miss would otherwise be lost at every call.
 */
final class TokenBucket {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double SLACK_SECONDS = 0.05;
    private static final double LOWEST_SHARE = 1.0 / 16;
    private static final double RECOVERED_SHARE_PER_SECOND = 0.05;
    private static final long LOWERED_AT_MOST_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final RateLimit limit;
    private double rate;
    private double tokens;
    private long filledAt;
    private long closedUntil;
    private long loweredAt = -LOWERED_AT_MOST_EVERY;

    TokenBucket(RateLimit limit) {
        this.limit = limit;
        this.rate = limit.perSecond();
        this.tokens = limit.burst();
    }

    double rate() {
        return rate;
    }

    double tokens(long now) {
        fill(now);
        return tokens;
    }

    long closedFor(long now) {
        return Math.max(0, closedUntil - now);
    }

    /** Takes a token and returns 0, or returns the nanoseconds after which to ask again. */
    long take(long now) {
        long wait = waitFor(1, now);
        if (wait == 0 && !limit.unlimited()) {
            tokens -= 1;
        }
        return wait;
    }

    /** How long until so many tokens are there, if nobody takes any and the rate stays as it is. */
    long waitFor(double wanted, long now) {
        fill(now);
        double missing = wanted - tokens;
        long untilFilled = missing > 0 && !limit.unlimited() ? (long) Math.ceil(missing / rate * NANOS) : 0;
        return closedFor(now) + untilFilled;
    }

    /** Halves the rate, but only once for the many calls that are refused together. */
    void lower(long now) {
        if (now - loweredAt >= LOWERED_AT_MOST_EVERY && !limit.unlimited()) {
            fill(now);
            loweredAt = now;
            rate = Math.max(rate / 2, limit.perSecond() * LOWEST_SHARE);
            tokens = Math.min(tokens, 1);
        }
    }

    /** Raises the rate a little; all successes of a second together by a fixed share of the ceiling. */
    void raise(long now) {
        if (rate < limit.perSecond()) {
            fill(now);
            rate = Math.min(limit.perSecond(), rate + limit.perSecond() * RECOVERED_SHARE_PER_SECOND / rate);
        }
    }

    /** Lets nobody through for a while, nor a crowd at its end. */
    void close(long now, long nanos) {
        fill(now);
        closedUntil = Math.max(closedUntil, now + nanos);
        filledAt = closedUntil;
        tokens = Math.min(tokens, 1);
    }

    private void fill(long now) {
        if (now > filledAt && !limit.unlimited()) {
            tokens = Math.min(tokens + (now - filledAt) / NANOS * rate, limit.burst() + rate * SLACK_SECONDS);
            filledAt = now;
        }
    }
}
