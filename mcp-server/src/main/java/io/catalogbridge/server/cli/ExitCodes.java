package io.catalogbridge.server.cli;

/** What a command tells the shell. */
final class ExitCodes {

    /** Done, everything that was asked for. */
    static final int DONE = 0;
    /** Failed, or done in part. */
    static final int FAILED = 1;
    /** Wrong arguments or configuration; nothing was run. */
    static final int USAGE = 2;
    /** Stopped until a person decides: conflicts, approval, the limit on deletes. */
    static final int DECISION = 3;

    private ExitCodes() {}
}
