package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.plan.Change;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.catalogbridge.connectors.testing.GlueExamples.creationOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(60)
class GlueStopTest {

    private final TestingGlue glue = TestingGlue.start();
    private final GlueTarget target = glue.target(glue.config().withConcurrency(2));
    private final List<List<Change>> creation = creationOf(List.of("sales"), 250);

    @AfterEach
    void stop() {
        glue.close();
    }

    @Test
    void aReadingThatIsCancelledBetweenPagesIsNoReading() {
        creation.forEach(wave -> TestingGlue.apply(target, wave, databases()));
        TargetReading databases = databases();
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = cancelledWhen(() -> asked.incrementAndGet() > 2);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> target.readTables(databases, List.of("sales"), impatient))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
                .withMessageContaining("stopped");
        assertThat(target.calls().byOperation()).containsEntry("GetTables", 2L);
    }

    @Test
    void aRunThatIsCancelledOnTheWayDoesNotBeginTheRest() {
        TestingGlue.apply(target, creation.get(0), databases());
        AtomicInteger done = new AtomicInteger();
        Progress impatient = cancelledWhen(() -> done.get() >= 10);

        List<Outcome> outcomes = target.apply(
                creation.get(1),
                databases(),
                (change, outcome) -> done.addAndGet(outcome instanceof Outcome.Applied ? 1 : 0),
                impatient);

        assertThat(applied(outcomes)).isBetween(10L, 12L).isEqualTo(tablesInGlue());
        assertThat(outcomes).filteredOn(Outcome.Rejected.class::isInstance).hasSizeGreaterThan(230);
    }

    @Test
    void anInterruptedRunEndsSoonKeepsTheInterruptAndTellsWhatItDid() {
        TestingGlue.apply(target, creation.get(0), databases());
        TargetReading reading = databases();

        Thread.currentThread().interrupt();
        List<Outcome> outcomes = TestingGlue.apply(target, creation.get(1), reading);
        boolean interrupted = Thread.interrupted();

        assertThat(interrupted).isTrue();
        assertThat(outcomes).hasSize(250).doesNotContainNull();
        assertThat(applied(outcomes)).isLessThan(250).isEqualTo(tablesInGlue());
    }

    @Test
    void refusesAReadingOfAnotherTarget() {
        TargetReading foreign = () -> databases().observation();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestingGlue.apply(target, List.of(), foreign))
                .withMessageContaining("another target");
    }

    private TargetReading databases() {
        return target.readDatabases(false, Progress.NONE);
    }

    private long tablesInGlue() {
        return TestingGlue.read(target, "sales")
                .observation()
                .catalog()
                .tables()
                .count();
    }

    private static long applied(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome.Applied.class::isInstance).count();
    }

    private static Progress cancelledWhen(BooleanSupplier condition) {
        return new Progress() {
            @Override
            public boolean cancelled() {
                return condition.getAsBoolean();
            }
        };
    }
}
