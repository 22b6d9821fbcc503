package io.catalogbridge.server.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured.
 *
 * @param first  a first synchronisation: everything is read, planned, written and read again
 * @param idle   another one right after it
 * @param serial a first synchronisation of an equal, fresh tenant and catalog with one call at a time to each system
 * @param rateLimits how well the first one used the rate limits, as far as any was asked for
 */
public record SyncBenchReport(
        SyncBenchSettings settings, Phase first, Phase idle, Optional<Phase> serial, List<RateUse> rateLimits) {

    public SyncBenchReport {
        rateLimits = List.copyOf(rateLimits);
    }

    /** How many times longer one call after another takes; empty if that was not measured. */
    public OptionalDouble ratio() {
        return serial.map(phase -> OptionalDouble.of(phase.seconds() / first.seconds()))
                .orElseGet(OptionalDouble::empty);
    }

    /** Time of the idle synchronisation as a share of the first one's. */
    public double idleRatio() {
        return idle.seconds() / first.seconds();
    }

    /** Whether the figures may be compared: nothing failed, the idle run had nothing to do, both first runs did the same. */
    public boolean sound() {
        return first.clean()
                && idle.clean()
                && idle.applied() == 0
                && serial.map(this::sameWork).orElse(true);
    }

    private boolean sameWork(Phase phase) {
        return phase.clean() && phase.applied() == first.applied();
    }
}
