package io.catalogbridge.server.bench;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is measured.
 *
 * @param assets            size of the generated tenant
 * @param latency           waited by both systems before every answer
 * @param requestsPerMinute rate limit towards the tenant; empty for none that would be felt
 * @param requestsPerSecond rate limit towards Glue, for reads and for writes each; empty for none that would be felt
 * @param serial            whether the same work is also done one call after another
 */
public record SyncBenchSettings(
        int assets, Duration latency, OptionalInt requestsPerMinute, OptionalDouble requestsPerSecond, boolean serial) {

    public SyncBenchSettings {
        if (assets < 1 || latency.isNegative()) {
            throw new IllegalArgumentException(
                    "a bench needs at least one asset and no negative latency, not " + assets + " and " + latency);
        }
        if (requestsPerMinute.orElse(1) < 1 || !(requestsPerSecond.orElse(1) > 0)) {
            throw new IllegalArgumentException("a rate limit lets something through");
        }
    }
}
