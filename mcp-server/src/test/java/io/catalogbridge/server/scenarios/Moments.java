package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.http.Fault;
import io.catalogbridge.connectors.sandbox.http.FaultScript;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Exact places in a run, at which a test does something else. */
final class Moments {

    private Moments() {}

    /**
     * Does something when a server has received the nth call of an operation, before it executes it. The server's own threads
     * do it: it must not call the same server.
     */
    static FaultScript at(FaultScript script, String operation, int nth, Runnable action) {
        return atAny(script, List.of(operation), nth, action);
    }

    /** The same for the nth call of several operations taken together, counted from now on. */
    static FaultScript atAny(FaultScript script, List<String> operations, int nth, Runnable action) {
        AtomicInteger received = new AtomicInteger();
        Predicate<HttpCall> watch = call -> {
            if (received.incrementAndGet() == nth) {
                action.run();
            }
            return false;
        };
        operations.forEach(operation -> script.onEvery(operation, watch, new Fault.Failed()));
        return script;
    }
}
