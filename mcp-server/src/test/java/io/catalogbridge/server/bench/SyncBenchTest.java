package io.catalogbridge.server.bench;

import io.catalogbridge.connectors.spi.Progress;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("integration")
class SyncBenchTest {

    private static final Duration LATENCY = Duration.ofMillis(50);

    @Test
    void doesTheSameWorkWithAndWithoutConcurrency() {
        SyncBenchReport report =
                run(new SyncBenchSettings(30, Duration.ofMillis(1), OptionalInt.empty(), OptionalDouble.empty(), true));

        assertThat(report.sound()).isTrue();
        assertThat(report.serial().map(Phase::calls)).contains(report.first().calls());
        assertThat(report.idle().target().byOperation()).containsOnlyKeys("GetDatabases");
    }

    @Test
    void reportsAsTextAndAsJson() {
        SyncBenchReport report = run(new SyncBenchSettings(
                10, Duration.ofMillis(1), OptionalInt.of(60_000), OptionalDouble.of(1_000), false));

        assertThat(SyncBenchText.render(report)).contains("10 assets", "rate limit of datasphere", "glue writes");
        JsonNode json = SyncBenchJson.render(report);
        assertThat(json.path("first")
                        .path("calls")
                        .path("source")
                        .path("object")
                        .asInt())
                .isEqualTo(10);
        assertThat(json.path("rateLimits").size()).isEqualTo(2);
        assertThat(json.has("ratio")).isFalse();
    }

    /**
     * One call after another takes no less than the latency of every call, so the first run alone tells. More latency than the
     * budget's 50 ms keeps a busy machine's share of the time small; what is waited for in turn shows all the same.
     */
    @Tag("slow")
    @Test
    void isTenTimesFasterThanOneCallAfterAnother() {
        Duration latency = Duration.ofMillis(300);
        run(new SyncBenchSettings(100, Duration.ZERO, OptionalInt.empty(), OptionalDouble.empty(), false));

        SyncBenchReport report =
                run(new SyncBenchSettings(500, latency, OptionalInt.empty(), OptionalDouble.empty(), false));

        double oneByOne = report.first().calls() * latency.toMillis() / 1e3;
        assertThat(report.sound()).isTrue();
        assertThat(oneByOne / report.first().seconds()).isGreaterThanOrEqualTo(10);
    }

    /** The budget is nine tenths, at a rate that a busy machine can keep up with, too. */
    @Tag("slow")
    @Test
    void usesMostOfAConfiguredRateLimit() {
        SyncBenchReport report =
                run(new SyncBenchSettings(200, LATENCY, OptionalInt.of(1_200), OptionalDouble.of(20), false));

        assertThat(report.sound()).isTrue();
        assertThat(report.rateLimits()).extracting(RateUse::system).containsExactly("datasphere", "glue writes");
        assertThat(report.rateLimits())
                .allSatisfy(use -> assertThat(use.share()).isGreaterThanOrEqualTo(0.9));
    }

    private static SyncBenchReport run(SyncBenchSettings settings) {
        return new SyncBench(settings, title -> {}, Progress.NONE).run();
    }
}
