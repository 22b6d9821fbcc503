package io.catalogbridge.server.bench;

import io.catalogbridge.connectors.datasphere.DatasphereSource;
import io.catalogbridge.connectors.glue.GlueTarget;
import io.catalogbridge.connectors.limits.RateState;
import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.sync.ApplyResult;
import io.catalogbridge.server.sync.Planned;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures synchronisation of a generated tenant, and how much is won over one call after another. The first run pays for
 * warming up the Java machine, the serial one profits from it, so the ratio is never flattered.
 */
public final class SyncBench {

    private static final String ACTOR = "bench";

    private final SyncBenchSettings settings;
    private final Consumer<String> narrator;
    private final Progress progress;

    /** @param narrator is told which measurement begins */
    public SyncBench(SyncBenchSettings settings, Consumer<String> narrator, Progress progress) {
        this.settings = settings;
        this.narrator = narrator;
        this.progress = progress;
    }

    /**
     * Measures; takes as long as it takes.
     *
     * @throws io.catalogbridge.connectors.spi.ConnectorException if the product fails at its work
     */
    public SyncBenchReport run() {
        try (BenchStage stage = BenchStage.open(settings, Optional.empty())) {
            Phase first = measured("First synchronisation of " + settings.assets() + " assets", stage.bridge());
            List<RateUse> rateLimits = rateLimits(stage.bridge());
            Phase idle = measured("Idle synchronisation", stage.bridge());
            Optional<Phase> serial = settings.serial() ? Optional.of(serial()) : Optional.empty();
            return new SyncBenchReport(settings, first, idle, serial, rateLimits);
        }
    }

    private Phase serial() {
        try (BenchStage stage = BenchStage.open(settings, Optional.of(1))) {
            return measured("The same as the first, one call at a time", stage.bridge());
        }
    }

    private Phase measured(String title, Bridge bridge) {
        narrator.accept(title);
        HeapPeak.reset();
        long start = System.nanoTime();
        Planned planned = bridge.engine().plan(DiscoveryScope.ALL, false, ACTOR, progress);
        Optional<ApplyResult> result = planned.plan().empty()
                ? Optional.empty()
                : Optional.of(bridge.engine().apply(planned, ACTOR, progress));
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new Phase(
                time,
                planned.stored().sourceCalls(),
                sum(planned.targetCalls(), result.map(ApplyResult::calls).orElse(CallCounts.NONE)),
                result.map(run -> run.tally().applied()).orElse(0L),
                planned.gaps().isEmpty() && result.map(SyncBench::clean).orElse(true),
                HeapPeak.bytes());
    }

    private static boolean clean(ApplyResult result) {
        return result.outcome() == RunOutcome.DONE;
    }

    private static CallCounts sum(CallCounts one, CallCounts other) {
        Map<String, Long> sum = new HashMap<>(one.byOperation());
        other.byOperation().forEach((operation, count) -> sum.merge(operation, count, Long::sum));
        return CallCounts.of(sum);
    }

    /** Those that calls wait for: the tenant's, and that of writes to Glue. Reading Glue takes too few calls to fill one. */
    private List<RateUse> rateLimits(Bridge bridge) {
        Stream<RateState> tenant =
                settings.requestsPerMinute().isPresent() && bridge.source() instanceof DatasphereSource source
                        ? Stream.of(source.rateState())
                        : Stream.empty();
        Stream<RateState> glue =
                settings.requestsPerSecond().isPresent() && bridge.target() instanceof GlueTarget target
                        ? target.rates().stream().skip(1)
                        : Stream.empty();
        return Stream.concat(tenant, glue).map(RateUse::of).toList();
    }
}
