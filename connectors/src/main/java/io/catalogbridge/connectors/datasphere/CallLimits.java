package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.RetrySettings;
import java.time.Duration;

/**
 * How fast, how patiently, how much at once.
 *
 * @param requestsPerMinute the tenant allows about 300 per user
 * @param concurrency       calls under way at the same time
 * @param connectTimeout    longest wait for a connection
 * @param callTimeout       longest time of one attempt
 * @param maxBodyBytes      larger answers are refused
 * @param retry             how often and how patiently to try again
 */
public record CallLimits(
        int requestsPerMinute,
        int concurrency,
        Duration connectTimeout,
        Duration callTimeout,
        long maxBodyBytes,
        RetrySettings retry) {

    public static final CallLimits DEFAULT =
            new CallLimits(300, 32, Duration.ofSeconds(10), Duration.ofSeconds(60), 64L << 20, RetrySettings.DEFAULT);

    public CallLimits {
        if (requestsPerMinute < 1 || concurrency < 1) {
            throw new IllegalArgumentException("At least one request per minute and one call at a time, not "
                    + requestsPerMinute + " and " + concurrency);
        }
    }

    public CallLimits withRequestsPerMinute(int value) {
        return new CallLimits(value, concurrency, connectTimeout, callTimeout, maxBodyBytes, retry);
    }

    public CallLimits withConcurrency(int value) {
        return new CallLimits(requestsPerMinute, value, connectTimeout, callTimeout, maxBodyBytes, retry);
    }

    public CallLimits withRetry(RetrySettings value) {
        return new CallLimits(requestsPerMinute, concurrency, connectTimeout, callTimeout, maxBodyBytes, value);
    }
}
