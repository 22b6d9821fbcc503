package io.catalogbridge.connectors.sandbox.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Faults at exact places: "the third {@code GetTables} is answered with a login page".
 *
 * <p>Thread-safe; may be added to while the server runs. The first matching rule wins.
 */
public final class FaultScript {

    private final CopyOnWriteArrayList<Rule> rules = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** Adds a fault for the nth call, counted from 1 over all calls of the operation since the server started. */
    public FaultScript on(String operation, int nth, Fault fault) {
        if (nth < 1) {
            throw new IllegalArgumentException("Calls are counted from 1, not " + nth);
        }
        rules.add(new Rule(operation, number -> number == nth, call -> true, fault));
        return this;
    }

    /** Adds a fault for every call of an operation. */
    public FaultScript onEvery(String operation, Fault fault) {
        return onEvery(operation, call -> true, fault);
    }

    /** Adds a fault for those calls of an operation that meet a condition. */
    public FaultScript onEvery(String operation, Predicate<HttpCall> condition, Fault fault) {
        rules.add(new Rule(operation, number -> true, condition, fault));
        return this;
    }

    /** Forgets all rules; calls go on being counted. */
    public void clear() {
        rules.clear();
    }

    Optional<Fault> next(String operation, HttpCall call) {
        int number =
                calls.computeIfAbsent(operation, name -> new AtomicInteger()).incrementAndGet();
        return rules.stream()
                .filter(rule -> rule.matches(operation, number, call))
                .map(Rule::fault)
                .findFirst();
    }

    private record Rule(String operation, Predicate<Integer> numbers, Predicate<HttpCall> condition, Fault fault) {

        boolean matches(String called, int number, HttpCall call) {
            return operation.equals(called) && numbers.test(number) && condition.test(call);
        }
    }
}
