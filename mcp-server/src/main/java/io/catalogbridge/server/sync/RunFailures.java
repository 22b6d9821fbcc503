package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.server.store.RunFailure;
import java.util.EnumSet;
import java.util.Set;

/** What stopped a run, as the store keeps it. */
final class RunFailures {

    private static final Set<ErrorKind> PASSING =
            EnumSet.of(ErrorKind.THROTTLED, ErrorKind.UNAVAILABLE, ErrorKind.CONFLICT);

    private RunFailures() {}

    static RunFailure of(RuntimeException failure) {
        if (failure instanceof ConnectorException refused) {
            return new RunFailure(
                    refused.kind().name(),
                    refused.object() + ": " + refused.getMessage(),
                    PASSING.contains(refused.kind()),
                    refused.remedy());
        }
        return new RunFailure(
                "BUG",
                "an unexpected " + failure.getClass().getSimpleName() + " stopped the run",
                false,
                "look into the log, and report what it says");
    }
}
