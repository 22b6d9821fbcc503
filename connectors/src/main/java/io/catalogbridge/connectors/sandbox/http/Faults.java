package io.catalogbridge.connectors.sandbox.http;

import java.time.Duration;

/**
 * The bad days of one server: how slow, how often failing, how strict.
 *
 * <p>Rates are shares of all calls between 0 and 1; the dice are seeded, so that the same calls in the same order meet
 * the same faults.
 *
 * @param latency waited before every call
 * @param requestsPerMinute further calls within the minute are throttled with {@code Retry-After}; 0 means no limit
 * @param retryAfter what a throttle by rate tells the client to wait
 * @param tokenLifetime how long an issued access token is accepted
 * @param pageSize the server's largest page; 0 means the protocol's own
 * @param script faults at exact places; they come before the dice
 */
public record Faults(
        Duration latency,
        double throttleRate,
        double errorRate,
        double disconnectRate,
        int requestsPerMinute,
        Duration retryAfter,
        Duration tokenLifetime,
        int pageSize,
        long seed,
        FaultScript script) {

    private static final Duration DATASPHERE_DEFAULT_LIFETIME = Duration.ofSeconds(43_199);

    public Faults {
        requireRate("throttle rate", throttleRate);
        requireRate("error rate", errorRate);
        requireRate("disconnect rate", disconnectRate);
        requireRate("sum of all rates", throttleRate + errorRate + disconnectRate);
        if (latency.isNegative() || retryAfter.isNegative() || requestsPerMinute < 0 || pageSize < 0) {
            throw new IllegalArgumentException("Latency, retry delay, rate limit and page size cannot be negative");
        }
        if (tokenLifetime.isNegative() || tokenLifetime.isZero()) {
            throw new IllegalArgumentException("A token must live for some time, not " + tokenLifetime);
        }
    }

    /** A server at its best. */
    public static Faults none() {
        return new Faults(
                Duration.ZERO, 0, 0, 0, 0, Duration.ofSeconds(1), DATASPHERE_DEFAULT_LIFETIME, 0, 1, new FaultScript());
    }

    public Faults withLatency(Duration value) {
        return new Faults(
                value,
                throttleRate,
                errorRate,
                disconnectRate,
                requestsPerMinute,
                retryAfter,
                tokenLifetime,
                pageSize,
                seed,
                script);
    }

    public Faults withThrottleRate(double value) {
        return new Faults(
                latency,
                value,
                errorRate,
                disconnectRate,
                requestsPerMinute,
                retryAfter,
                tokenLifetime,
                pageSize,
                seed,
                script);
    }

    public Faults withErrorRate(double value) {
        return new Faults(
                latency,
                throttleRate,
                value,
                disconnectRate,
                requestsPerMinute,
                retryAfter,
                tokenLifetime,
                pageSize,
                seed,
                script);
    }

    public Faults withDisconnectRate(double value) {
        return new Faults(
                latency,
                throttleRate,
                errorRate,
                value,
                requestsPerMinute,
                retryAfter,
                tokenLifetime,
                pageSize,
                seed,
                script);
    }

    public Faults withRequestsPerMinute(int value) {
        return new Faults(
                latency,
                throttleRate,
                errorRate,
                disconnectRate,
                value,
                retryAfter,
                tokenLifetime,
                pageSize,
                seed,
                script);
    }

    public Faults withRetryAfter(Duration value) {
        return new Faults(
                latency,
                throttleRate,
                errorRate,
                disconnectRate,
                requestsPerMinute,
                value,
                tokenLifetime,
                pageSize,
                seed,
                script);
    }

    public Faults withTokenLifetime(Duration value) {
        return new Faults(
                latency,
                throttleRate,
                errorRate,
                disconnectRate,
                requestsPerMinute,
                retryAfter,
                value,
                pageSize,
                seed,
                script);
    }

    public Faults withPageSize(int value) {
        return new Faults(
                latency,
                throttleRate,
                errorRate,
                disconnectRate,
                requestsPerMinute,
                retryAfter,
                tokenLifetime,
                value,
                seed,
                script);
    }

    public Faults withSeed(long value) {
        return new Faults(
                latency,
                throttleRate,
                errorRate,
                disconnectRate,
                requestsPerMinute,
                retryAfter,
                tokenLifetime,
                pageSize,
                value,
                script);
    }

    public Faults withScript(FaultScript value) {
        return new Faults(
                latency,
                throttleRate,
                errorRate,
                disconnectRate,
                requestsPerMinute,
                retryAfter,
                tokenLifetime,
                pageSize,
                seed,
                value);
    }

    private static void requireRate(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("The " + name + " must lie between 0 and 1, not " + value);
        }
    }
}
