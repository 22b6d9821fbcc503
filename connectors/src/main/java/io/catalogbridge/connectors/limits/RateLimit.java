package io.catalogbridge.connectors.limits;

/**
 * The most that a system may be asked.
 *
 * @param perSecond calls per second in the long run, fractions allowed; infinite for no limit
 * @param burst     calls that may follow each other at once after a time of rest, at least 1
 */
public record RateLimit(double perSecond, int burst) {

    /** No ceiling: only a system's own "come back later" makes callers wait. */
    public static final RateLimit UNLIMITED = new RateLimit(Double.POSITIVE_INFINITY, 1);

    public RateLimit {
        if (!(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "A rate limit lets something through, not " + perSecond + " per second in bursts of " + burst);
        }
    }

    /** That many calls per second, evenly spread. */
    public static RateLimit perSecond(double calls) {
        return new RateLimit(calls, 1);
    }

    /** That many calls per minute, evenly spread. */
    public static RateLimit perMinute(double calls) {
        return perSecond(calls / 60);
    }

    public boolean unlimited() {
        return Double.isInfinite(perSecond);
    }
}
