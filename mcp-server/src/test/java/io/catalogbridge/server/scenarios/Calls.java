package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.Sandbox;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Calls as the servers counted them, by operation.
 *
 * @param tenant calls to Datasphere, such as {@code GET views read}
 * @param glue   calls to AWS, such as {@code GetTables}
 */
record Calls(SortedMap<String, Long> tenant, SortedMap<String, Long> glue) {

    /** The outcome of some work, and what it took. */
    record Counted<T>(T outcome, Calls calls) {}

    static <T> Counted<T> during(Sandbox sandbox, Supplier<T> work) {
        Calls before = soFar(sandbox);
        T outcome = work.get();
        Calls after = soFar(sandbox);
        return new Counted<>(
                outcome, new Calls(difference(after.tenant, before.tenant), difference(after.glue, before.glue)));
    }

    private static Calls soFar(Sandbox sandbox) {
        return new Calls(
                new TreeMap<>(sandbox.datasphereCalls().counts()),
                new TreeMap<>(sandbox.awsCalls().counts()));
    }

    private static SortedMap<String, Long> difference(Map<String, Long> after, Map<String, Long> before) {
        SortedMap<String, Long> difference = new TreeMap<>();
        after.forEach((operation, count) -> difference.put(operation, count - before.getOrDefault(operation, 0L)));
        difference.values().removeIf(count -> count == 0);
        return difference;
    }

    /** Calls to Datasphere whose operation ends so, such as {@code " read"}. */
    long tenantCalls(String suffix) {
        return tenant.entrySet().stream()
                .filter(call -> call.getKey().endsWith(suffix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Calls to Glue that change something. */
    long glueWrites() {
        return glue.entrySet().stream()
                .filter(call -> !call.getKey().startsWith("Get"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
