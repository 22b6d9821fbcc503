package io.catalogbridge.server.protocol;

import java.time.Duration;

/** Is told of every request that was answered. Implementations are thread-safe and never fail. */
@FunctionalInterface
public interface RequestObserver {

    /** Looks away. */
    RequestObserver NONE = (method, outcome, took) -> {};

    /** What became of a request. */
    enum Outcome {
        DONE,
        /** The client must answer first. */
        ASKED,
        /** Refused, or failed. */
        FAILED
    }

    void answered(String method, Outcome outcome, Duration took);
}
