package io.catalogbridge.connectors.http;

import java.time.Duration;

/**
 * How to behave as a client.
 *
 * @param userAgent      who we say we are
 * @param language       wanted language of labels and messages, sent as {@code Accept-Language}
 * @param connectTimeout longest wait for a connection
 * @param callTimeout    longest time of one attempt, body included
 * @param maxBodyBytes   larger answers are refused
 * @param concurrency    connections kept open for reuse
 * @param retry          how often and how patiently to try again
 */
public record HttpSettings(
        String userAgent,
        String language,
        Duration connectTimeout,
        Duration callTimeout,
        long maxBodyBytes,
        int concurrency,
        RetrySettings retry) {

    public HttpSettings {
        if (maxBodyBytes < 1 || maxBodyBytes >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The largest body must be between 1 and 2^31-2 bytes: " + maxBodyBytes);
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("At least one connection is needed, not " + concurrency);
        }
    }
}
