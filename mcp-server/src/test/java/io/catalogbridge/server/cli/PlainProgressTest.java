package io.catalogbridge.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainProgressTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH.plusSeconds(60);
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final PlainProgress progress =
            new PlainProgress(new PrintStream(printed, true, StandardCharsets.UTF_8), clock);

    @Test
    void tellsRateAndWhatRemainsEveryFewSeconds() {
        progress.stage("lists", 40);
        progress.advance(1);
        pass(Duration.ofSeconds(5));
        progress.advance(9);

        assertThat(lines()).containsExactly("lists: 40", "lists: 10 of 40 (2.0/s, 15 s left)");
    }

    @Test
    void tellsWhatIsWaitedFor() {
        progress.stage("lists", 40);
        pass(Duration.ofSeconds(5));
        progress.waiting("glue writes", Duration.ofSeconds(3));
        pass(Duration.ofSeconds(5));
        progress.waiting("retry", Duration.ofSeconds(2));

        assertThat(lines())
                .containsExactly(
                        "lists: 40",
                        "lists: waiting 3 s for the rate limit of glue writes",
                        "lists: waiting 2 s before trying again");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
