package io.catalogbridge.server.sync;

/** A run that goes on in this process, in the background. Once it has ended, the store says how. Thread-safe. */
public final class Job extends BackgroundWork {

    private final String runId;

    Job(String runId) {
        this.runId = runId;
    }

    public String runId() {
        return runId;
    }
}
