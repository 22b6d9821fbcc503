package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** A call that failed for good. Does not leave this package: it becomes an outcome or a {@link ConnectorException}. */
final class GlueFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final ErrorKind kind;
    private final String description;
    private final boolean mayHaveHappened;

    private GlueFailure(
            String operation, ErrorKind kind, String description, boolean mayHaveHappened, @Nullable Throwable cause) {
        super(operation + " failed: " + description, cause);
        this.operation = operation;
        this.kind = kind;
        this.description = description;
        this.mayHaveHappened = mayHaveHappened;
    }

    /** @param mayHaveHappened true if the answer to any of the attempts was lost */
    static GlueFailure of(String operation, SdkException failure, boolean mayHaveHappened) {
        return new GlueFailure(
                operation, AwsErrors.kind(failure), AwsErrors.describe(failure), mayHaveHappened, failure);
    }

    /** The user wants the work to stop, or the process ends. */
    static GlueFailure stopped(String operation, boolean mayHaveHappened) {
        return new GlueFailure(operation, ErrorKind.UNAVAILABLE, "the run was stopped", mayHaveHappened, null);
    }

    ErrorKind kind() {
        return kind;
    }

    String description() {
        return description;
    }

    /** True if the call may have been carried out although it failed for us. */
    boolean mayHaveHappened() {
        return mayHaveHappened;
    }

    Outcome.Rejected rejected() {
        return new Outcome.Rejected(kind, operation + ": " + description, remedy());
    }

    ConnectorException asConnectorException(String object) {
        return new ConnectorException(
                kind, object, "Cannot read " + object + ": " + operation + ": " + description, remedy(), this);
    }

    /** What the user can do about it. */
    private String remedy() {
        return switch (kind) {
            case AUTH ->
                "Check the access key, profile or role of this environment (for a role also its trust policy and external"
                        + " id), that the session has not expired, and that the clock of this machine is right.";
            case FORBIDDEN ->
                "Allow the action glue:" + operation + " on the catalog, the database and the table in IAM; where Lake"
                        + " Formation governs the database, grant it there as well.";
            case THROTTLED -> "Lower the configured request rate, or ask AWS for a higher quota of " + operation + ".";
            case NOT_FOUND -> "Plan again: the object is gone.";
            case CONFLICT -> "Plan again: somebody else changed the object.";
            case INVALID -> invalidRemedy();
            case UNAVAILABLE -> "Run again later; what is done stays done.";
            case BUG -> "Report this with the log.";
        };
    }

    private String invalidRemedy() {
        return description.startsWith("ResourceNumberLimitExceeded")
                ? "Ask AWS for a higher quota, or delete what is no longer needed; archived table versions count as well."
                : "Change the mapping of this object so that it keeps to Glue's limits, and plan again.";
    }
}
