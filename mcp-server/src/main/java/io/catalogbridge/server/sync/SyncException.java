package io.catalogbridge.server.sync;

/** What was asked for cannot be done as asked: no such plan, a plan of another environment, a read-only environment. */
public final class SyncException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    SyncException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What the user can do. */
    public String remedy() {
        return remedy;
    }
}
