package io.catalogbridge.server.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * How long one kind of server took from the start of its process to its first answer.
 *
 * @param java    version of the Java that ran it; empty for what is not Java
 * @param subject what was started
 * @param times   one per repetition, in the order in which they were measured
 */
public record StartupMeasurement(OptionalInt java, Subject subject, List<Duration> times) {

    /** What can be started. */
    public enum Subject {
        /** The least server that the SDK makes, as Java loads it. */
        BARE,
        /** The same with its classes from an archive. */
        BARE_ARCHIVED,
        /** Ours, as Java loads it. */
        COLD,
        /** Ours with its classes from an archive. */
        ARCHIVED,
        /** The reference server for Node.js. */
        NODE
    }

    public StartupMeasurement {
        times = List.copyOf(times);
    }

    /** The middle one; of two middle ones the shorter. */
    public Duration median() {
        Duration[] sorted = times.toArray(Duration[]::new);
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
