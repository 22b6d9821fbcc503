package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.testing.RecordedProgress;
import io.catalogbridge.connectors.testing.TestingTime;
import io.catalogbridge.server.store.Runs.Position;
import io.catalogbridge.server.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunPulseTest {

    @TempDir
    private Path folder;

    private final TestingTime time = new TestingTime();
    private final AtomicInteger recorded = new AtomicInteger();
    private Store store;
    private String runId;

    @BeforeEach
    void begin() {
        store = Store.open(folder, time.clock());
        runId = store.runs().begin("dog", "plan-1", "anna");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RunPulse pulse(Progress caller) {
        return new RunPulse(store.runs(), runId, caller, time.clock(), recorded::incrementAndGet);
    }

    @Test
    void theStoreIsAskedAtMostOnceASecondHoweverOftenTheRunLooks() {
        RunPulse pulse = pulse(Progress.NONE);
        store.runs().requestStop(runId, "berta");

        for (int look = 0; look < 1_000; look++) {
            assertThat(pulse.cancelled()).isFalse();
        }
        assertThat(recorded).hasValue(0);
        time.advance(Duration.ofSeconds(1));

        assertThat(pulse.cancelled()).isTrue();
        assertThat(pulse.cancelled()).isTrue();
        assertThat(recorded).hasValue(1);
    }

    @Test
    void theStoreLearnsHowFarTheRunIsAndTheCallerToo() {
        RecordedProgress caller = new RecordedProgress();
        RunPulse pulse = pulse(caller);

        pulse.stage("Applying changes", 10);
        pulse.advance(3);
        time.advance(Duration.ofSeconds(1));
        pulse.advance(2);

        assertThat(store.runs().find(runId).orElseThrow().position())
                .isEqualTo(new Position("Applying changes", 5, 10));
        assertThat(caller.steps()).isEqualTo(5);
        assertThat(caller.stages()).containsExactly("Applying changes");
    }

    @Test
    void aCallerWhoLosesInterestStopsTheRunForGood() {
        AtomicInteger looks = new AtomicInteger();
        RunPulse pulse = pulse(new Progress() {
            @Override
            public boolean cancelled() {
                return looks.incrementAndGet() == 2;
            }
        });

        assertThat(pulse.cancelled()).isFalse();
        assertThat(pulse.cancelled()).isTrue();
        assertThat(pulse.cancelled()).isTrue();
    }

    @Test
    void aRunThatOthersTookForDeadStops() {
        RunPulse pulse = pulse(Progress.NONE);
        time.advance(Duration.ofHours(1));
        store.runs().begin("dog", "plan-1", "berta");

        assertThat(pulse.cancelled()).isTrue();
    }

    @Test
    void aStoreThatCannotBeWrittenDoesNotStopTheRun() {
        RunPulse pulse = pulse(Progress.NONE);
        store.close();
        time.advance(Duration.ofSeconds(1));

        assertThat(pulse.cancelled()).isFalse();
    }
}
