package io.catalogbridge.server.sync;

/**
 * What was asked for cannot be done as asked: no such plan, a plan of another environment, a read-only environment, another run
 * under way, or it was stopped.
 */
public final class SyncException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It makes no sense here. */
        INVALID,
        /** There is nothing of this name. */
        NOT_FOUND,
        /** Something else is under way; later it may be possible. */
        CONFLICT,
        /** Whoever asked for it wanted it to stop. */
        CANCELLED
    }

    private final Reason reason;
    private final String remedy;

    SyncException(String message, String remedy) {
        this(Reason.INVALID, message, remedy);
    }

    SyncException(Reason reason, String message, String remedy) {
        super(message);
        this.reason = reason;
        this.remedy = remedy;
    }

    public Reason reason() {
        return reason;
    }

    /** What the user can do. */
    public String remedy() {
        return remedy;
    }
}
