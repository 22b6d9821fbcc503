package io.catalogbridge.server.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * A request from its arrival to its answer. A cancelled one says nothing any more, an answered one neither. Thread-safe.
 */
public final class RunningCall {

    private enum State {
        RUNNING,
        CANCELLED,
        ANSWERED
    }

    private State state = State.RUNNING;
    private final List<Runnable> onCancel = new ArrayList<>();

    /** Asks the work to stop. What waits on behalf of the call is woken. */
    public void cancel() {
        List<Runnable> waiting;
        synchronized (this) {
            if (state != State.RUNNING) {
                return;
            }
            state = State.CANCELLED;
            waiting = List.copyOf(onCancel);
        }
        waiting.forEach(Runnable::run);
    }

    public synchronized boolean cancelled() {
        return state == State.CANCELLED;
    }

    /** Runs something when the call is cancelled, at once if it is already. */
    public void whenCancelled(Runnable action) {
        synchronized (this) {
            if (state != State.CANCELLED) {
                onCancel.add(action);
                return;
            }
        }
        action.run();
    }

    /** Writes something on the way to the answer. */
    synchronized void report(Runnable write) {
        if (state == State.RUNNING) {
            write.run();
        }
    }

    /** Whether the answer may be given; from then on nothing else is said. */
    public synchronized boolean finish() {
        if (state != State.RUNNING) {
            return false;
        }
        state = State.ANSWERED;
        return true;
    }
}
