package io.catalogbridge.server.rules;

/** The mapping rules cannot be changed as asked; nothing was stored. */
public final class RulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RulesException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why not. */
    public enum Reason {
        /** A rule is not one that can be used; the message says what is wrong with it. */
        INVALID,
        /** The rules have been edited since the version that the change was made from. */
        STALE,
        /** There is no such version. */
        NOT_FOUND,
        /** The rules are so already. */
        UNCHANGED,
        READ_ONLY
    }

    public Reason reason() {
        return reason;
    }
}
