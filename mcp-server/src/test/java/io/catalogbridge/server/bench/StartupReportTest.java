package io.catalogbridge.server.bench;

import io.catalogbridge.server.bench.StartupMeasurement.Subject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartupReportTest {

    private static StartupMeasurement of(OptionalInt java, Subject subject, int... milliseconds) {
        return new StartupMeasurement(
                java,
                subject,
                Arrays.stream(milliseconds).mapToObj(Duration::ofMillis).toList());
    }

    private static StartupMeasurement java17(Subject subject, int milliseconds) {
        return of(OptionalInt.of(17), subject, milliseconds);
    }

    @Test
    void takesTheMiddleOne() {
        assertThat(of(OptionalInt.empty(), Subject.NODE, 9, 1, 5).median()).isEqualTo(Duration.ofMillis(5));
        assertThat(of(OptionalInt.empty(), Subject.NODE, 9, 1, 5, 4).median()).isEqualTo(Duration.ofMillis(4));
    }

    @Test
    void holdsOursToEveryBudgetThatWasMeasured() {
        List<StartupMeasurement> kept = List.of(
                java17(Subject.BARE, 100),
                java17(Subject.COLD, 130),
                java17(Subject.ARCHIVED, 49),
                of(OptionalInt.empty(), Subject.NODE, 50));

        assertThat(new StartupReport(kept).withinBudget()).isTrue();
        assertThat(new StartupReport(kept).coldToBare(17)).hasValue(1.3);
        assertThat(new StartupReport(kept).archivedToNode(17)).hasValue(0.98);
        assertThat(new StartupReport(kept).archivedToBare(17)).isEmpty();
    }

    @Test
    void failsWhereOneIsNotKept() {
        assertThat(new StartupReport(List.of(java17(Subject.BARE, 100), java17(Subject.COLD, 131))).withinBudget())
                .isFalse();
        assertThat(new StartupReport(List.of(java17(Subject.ARCHIVED, 50), of(OptionalInt.empty(), Subject.NODE, 50)))
                        .withinBudget())
                .isFalse();
    }
}
