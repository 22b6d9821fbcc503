package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.spi.CallCounts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts every attempt that goes over the wire, by operation. Thread-safe. */
public final class CallTally {

    private final Map<String, LongAdder> attempts = new ConcurrentHashMap<>();

    void count(String operation) {
        attempts.computeIfAbsent(operation, name -> new LongAdder()).increment();
    }

    public CallCounts counts() {
        return CallCounts.of(attempts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum())));
    }
}
