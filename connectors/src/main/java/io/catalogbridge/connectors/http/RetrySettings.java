package io.catalogbridge.connectors.http;

import java.time.Duration;

/**
 * Bounds of trying again. Throttling is not a failure and is met with more patience than one.
 *
 * @param faultAttempts    attempts, the first included, when the other side fails or the connection breaks
 * @param throttleAttempts attempts, the first included, when the other side asks for fewer calls
 * @param firstPause       pause after the first failure; doubles with each further one
 * @param longestPause     pauses grow no longer; a longer {@code Retry-After} is not waited for
 */
public record RetrySettings(int faultAttempts, int throttleAttempts, Duration firstPause, Duration longestPause) {

    public static final RetrySettings DEFAULT = new RetrySettings(6, 12, Duration.ofMillis(100), Duration.ofMinutes(2));

    public RetrySettings {
        if (faultAttempts < 1 || throttleAttempts < 1) {
            throw new IllegalArgumentException("At least one attempt is needed");
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "Pauses must grow from " + firstPause + " to something longer, not " + longestPause);
        }
    }
}
