package io.catalogbridge.connectors.spi;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each operation of a system was called, retries included. */
public record CallCounts(SortedMap<String, Long> byOperation) {

    public static final CallCounts NONE = of(Map.of());

    public CallCounts {
        byOperation = Collections.unmodifiableSortedMap(new TreeMap<>(byOperation));
    }

    public static CallCounts of(Map<String, Long> byOperation) {
        return new CallCounts(new TreeMap<>(byOperation));
    }

    public long total() {
        return byOperation.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was called since an earlier count; operations not called since are left out. */
    public CallCounts since(CallCounts earlier) {
        SortedMap<String, Long> difference = new TreeMap<>();
        byOperation.forEach((operation, count) -> {
            long more = count - earlier.byOperation.getOrDefault(operation, 0L);
            if (more > 0) {
                difference.put(operation, more);
            }
        });
        return new CallCounts(difference);
    }
}
