package io.catalogbridge.server.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long searching took.
 *
 * @param assets    entries in the index
 * @param build     indexing all of them into an empty store
 * @param again     the same again when few had changed
 * @param fileBytes size of the store
 * @param latencies by kind of query, in the order they were measured; all together last, as {@code all}
 */
public record SearchMeasurement(
        int assets, Duration build, Duration again, long fileBytes, Map<String, Latency> latencies) {

    public SearchMeasurement {
        latencies = Collections.unmodifiableMap(new LinkedHashMap<>(latencies));
    }

    /**
     * How long searches of one kind took.
     *
     * @param busyMedian median of the time the processor was busy, which others on the machine change less
     * @param busy95     95th percentile of that
     * @param found      matches on average, counted up to the search's bound
     */
    public record Latency(
            Duration median,
            Duration percentile95,
            Duration longest,
            Duration busyMedian,
            Duration busy95,
            long found) {}
}
