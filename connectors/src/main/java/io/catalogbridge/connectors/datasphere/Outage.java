package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the tenant as a whole has stopped answering us, so that thousands of calls are not tried in vain. Each call
 * has had its own retries before it counts here. Thread-safe.
 */
final class Outage {

    private static final int FAILURES_IN_A_ROW = 25;
    private static final Set<ErrorKind> CONCERNING_ALL =
            EnumSet.of(ErrorKind.AUTH, ErrorKind.THROTTLED, ErrorKind.UNAVAILABLE);

    private int failures;
    private @Nullable ConnectorException last;

    synchronized void succeeded() {
        if (failures < FAILURES_IN_A_ROW) {
            failures = 0;
        }
    }

    synchronized void failed(ConnectorException error) {
        if (CONCERNING_ALL.contains(error.kind())) {
            failures++;
            last = error;
        }
    }

    /** The last of too many failures in a row; once there, it stays. */
    synchronized Optional<ConnectorException> declared() {
        return failures < FAILURES_IN_A_ROW ? Optional.empty() : Optional.ofNullable(last);
    }
}
