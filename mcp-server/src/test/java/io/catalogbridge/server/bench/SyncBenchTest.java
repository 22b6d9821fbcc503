package io.catalogbridge.server.bench;

import io.catalogbridge.connectors.spi.Progress;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** The budget is 10 at 1,000 assets, see docs/benchmarks.md; fewer assets leave more of the cold start in the ratio. */
    @Tag("slow")
    @Test
    void isManyTimesFasterThanOneCallAfterAnother() {
        run(new SyncBenchSettings(100, Duration.ZERO, OptionalInt.empty(), OptionalDouble.empty(), false));

        SyncBenchReport report =
                run(new SyncBenchSettings(300, LATENCY, OptionalInt.empty(), OptionalDouble.empty(), true));

        assertThat(report.sound()).isTrue();
        assertThat(report.ratio().orElseThrow()).isGreaterThanOrEqualTo(5);
    }

    /** The budget is nine tenths, see docs/benchmarks.md; a busy machine wakes late. */
    @Tag("slow")
    @Test
    void usesMostOfAConfiguredRateLimit() {
        SyncBenchReport report =
                run(new SyncBenchSettings(200, LATENCY, OptionalInt.of(1_800), OptionalDouble.of(20), false));

        assertThat(report.sound()).isTrue();
        assertThat(report.rateLimits()).extracting(RateUse::system).containsExactly("datasphere", "glue writes");
        assertThat(report.rateLimits())
                .allSatisfy(use -> assertThat(use.share()).isGreaterThanOrEqualTo(0.75));
    }

    private static SyncBenchReport run(SyncBenchSettings settings) {
        return new SyncBench(settings, title -> {}, Progress.NONE).run();
    }
}
