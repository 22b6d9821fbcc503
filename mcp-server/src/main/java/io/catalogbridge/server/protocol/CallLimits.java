package io.catalogbridge.server.protocol;

import java.time.Duration;

/**
 * Bounds on what a client can make the server do at once.
 *
 * @param concurrent   tool calls that run at the same time
 * @param queued       tool calls that wait; more are answered with an error that says so
 * @param messageBytes length of one message
 * @param drain        how long running calls may take to finish after the input has ended
 */
public record CallLimits(int concurrent, int queued, int messageBytes, Duration drain) {

    public static final CallLimits DEFAULT = new CallLimits(8, 64, 16 * 1024 * 1024, Duration.ofSeconds(30));

    public CallLimits {
        if (concurrent < 1 || queued < 1 || messageBytes < 1 || drain.isNegative()) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
