package io.catalogbridge.server.protocol;

/**
 * A tool call from its arrival to its answer. A cancelled call writes nothing any more, an answered one neither. Thread-safe.
 */
final class RunningCall {

    private enum State {
        RUNNING,
        CANCELLED,
        ANSWERED
    }

    private State state = State.RUNNING;

    synchronized void cancel() {
        if (state == State.RUNNING) {
            state = State.CANCELLED;
        }
    }

    synchronized boolean cancelled() {
        return state == State.CANCELLED;
    }

    /** Writes something on the way to the answer. */
    synchronized void report(Runnable write) {
        if (state == State.RUNNING) {
            write.run();
        }
    }

    /** Writes the answer. */
    synchronized void answer(Runnable write) {
        if (state == State.RUNNING) {
            state = State.ANSWERED;
            write.run();
        }
    }
}
