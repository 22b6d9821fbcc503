package io.catalogbridge.server.bench;

import io.catalogbridge.connectors.spi.CallCounts;
import java.time.Duration;

/**
 * One synchronisation, measured.
 *
 * @param source    calls to the tenant
 * @param target    calls to Glue
 * @param applied   changes that were applied
 * @param clean     whether everything planned was applied, and found to be as planned when read again
 * @param peakHeap  highest use of heap in bytes, garbage not yet collected and the sandbox's own share included
 */
public record Phase(Duration time, CallCounts source, CallCounts target, long applied, boolean clean, long peakHeap) {

    public double seconds() {
        return time.toNanos() / 1e9;
    }

    public long calls() {
        return source.total() + target.total();
    }

    public double callsPerSecond() {
        return calls() / seconds();
    }
}
