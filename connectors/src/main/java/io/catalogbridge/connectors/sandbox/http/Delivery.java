package io.catalogbridge.connectors.sandbox.http;

import java.time.Duration;

/**
 * How an answer reaches the client, or does not.
 *
 * @param delay waited before the first byte, on top of the server's latency
 */
public record Delivery(HttpAnswer answer, Duration delay, Wire wire) {

    /** Where the connection breaks. */
    public enum Wire {
        /** Nowhere: the answer arrives whole. */
        WHOLE,
        /** After the headers, with the announced length, and half the body. */
        CUT_IN_BODY,
        /** Before the first byte. */
        CUT_BEFORE_ANSWER
    }

    public Delivery {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("A delivery cannot be early: " + delay);
        }
    }

    public static Delivery of(HttpAnswer answer) {
        return new Delivery(answer, Duration.ZERO, Wire.WHOLE);
    }
}
