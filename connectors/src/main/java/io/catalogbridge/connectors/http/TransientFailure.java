package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.time.Duration;
import java.util.Optional;

/** One attempt failed in a way that another may not. Never leaves this package. */
final class TransientFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ConnectorException error;
    private final transient Optional<Duration> retryAfter;

    TransientFailure(ConnectorException error, Optional<Duration> retryAfter) {
        super(error.getMessage(), error, false, false);
        this.error = error;
        this.retryAfter = retryAfter;
    }

    /** What to throw when no further attempt is made. */
    ConnectorException error() {
        return error;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    boolean throttled() {
        return error.kind() == ErrorKind.THROTTLED;
    }
}
