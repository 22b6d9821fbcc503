package io.catalogbridge.server.bench;

import io.catalogbridge.server.bench.StartupMeasurement.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What was measured, all in one run and one repetition after the other, so that figures can be divided. */
public record StartupReport(List<StartupMeasurement> measurements) {

    /** How many times longer than the least server of the SDK ours may take. */
    public static final double BUDGET_TO_BARE = 1.3;

    public StartupReport {
        measurements = List.copyOf(measurements);
    }

    /** Versions of Java, in the order of measuring. */
    public List<Integer> javas() {
        return measurements.stream()
                .flatMap(each -> each.java().stream().boxed())
                .distinct()
                .toList();
    }

    public Optional<StartupMeasurement> of(OptionalInt java, Subject subject) {
        return measurements.stream()
                .filter(each -> each.java().equals(java) && each.subject() == subject)
                .findFirst();
    }

    /** Ours to the least server of the SDK, both as Java loads them. */
    public OptionalDouble coldToBare(int java) {
        return ratio(of(OptionalInt.of(java), Subject.COLD), of(OptionalInt.of(java), Subject.BARE));
    }

    /** The same, both from archives. */
    public OptionalDouble archivedToBare(int java) {
        return ratio(of(OptionalInt.of(java), Subject.ARCHIVED), of(OptionalInt.of(java), Subject.BARE_ARCHIVED));
    }

    /** Ours from an archive to the reference server for Node.js; empty if that was not there. */
    public OptionalDouble archivedToNode(int java) {
        return ratio(of(OptionalInt.of(java), Subject.ARCHIVED), of(OptionalInt.empty(), Subject.NODE));
    }

    private static OptionalDouble ratio(Optional<StartupMeasurement> ours, Optional<StartupMeasurement> other) {
        if (ours.isEmpty() || other.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                (double) ours.get().median().toNanos() / other.get().median().toNanos());
    }

    /** Whether every budget that could be measured is kept. */
    public boolean withinBudget() {
        return javas().stream()
                .allMatch(java -> coldToBare(java).orElse(0) <= BUDGET_TO_BARE
                        && archivedToBare(java).orElse(0) <= BUDGET_TO_BARE
                        && archivedToNode(java).orElse(0) < 1);
    }
}
