package io.catalogbridge.connectors.sandbox.http;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exact number of calls received, by operation, refused and failed ones included. Thread-safe. */
public final class CallCounter {

    private final SortedMap<String, Long> counts = new TreeMap<>();

    /** A copy, sorted by operation. */
    public synchronized Map<String, Long> counts() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Calls of one operation; 0 when there was none. */
    public synchronized long count(String operation) {
        return counts.getOrDefault(operation, 0L);
    }

    public synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public synchronized void reset() {
        counts.clear();
    }

    synchronized void record(String operation) {
        counts.merge(operation, 1L, Long::sum);
    }
}
