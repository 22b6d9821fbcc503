package io.catalogbridge.server.bench;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlanBenchTest {

    @Test
    void plansEveryTableAndItsDatabaseAndThenNothing() {
        PlanMeasurement measured = PlanBench.of(1_000);

        assertThat(measured.created()).isEqualTo(1_002);
        assertThat(measured.idleChanges()).isZero();
        assertThat(measured.peakHeap()).isPositive();
    }

    /** Twice the time per table would still be linear on a busy machine; quadratic growth would be ten times. */
    @Tag("slow")
    @Test
    void takesTimeInProportionToTheNumberOfTables() {
        PlanBench.of(10_000);

        PlanMeasurement few = PlanBench.of(10_000);
        PlanMeasurement many = PlanBench.of(100_000);

        assertThat(many.microsecondsPerTable()).isLessThan(3 * few.microsecondsPerTable());
    }
}
