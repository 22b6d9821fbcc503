package io.catalogbridge.connectors.spi;

import org.jspecify.annotations.Nullable;

/**
 * A call to another system failed for good: retries are used up or would not help.
 *
 * <p>The message says what could not be done; {@link #remedy} what to do next. Neither holds a secret.
 */
public final class ConnectorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String object;
    private final String remedy;

    /**
     * @param object the object or address concerned
     * @param remedy what the user can do; empty if nothing is known to help
     */
    public ConnectorException(ErrorKind kind, String object, String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.object = object;
        this.remedy = remedy;
    }

    public ConnectorException(ErrorKind kind, String object, String message, String remedy) {
        this(kind, object, message, remedy, null);
    }

    public ErrorKind kind() {
        return kind;
    }

    public String object() {
        return object;
    }

    public String remedy() {
        return remedy;
    }
}
