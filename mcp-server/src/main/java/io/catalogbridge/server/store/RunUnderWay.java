package io.catalogbridge.server.store;

import io.catalogbridge.server.store.Runs.Run;

/** A run cannot begin because another one of the same environment is under way. */
public final class RunUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Run run;

    RunUnderWay(Run run) {
        super("run " + run.id() + " is under way");
        this.run = run;
    }

    /** The one that is under way. */
    public Run run() {
        return run;
    }
}
