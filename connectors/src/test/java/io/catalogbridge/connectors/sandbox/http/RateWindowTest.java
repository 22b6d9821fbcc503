package io.catalogbridge.connectors.sandbox.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateWindowTest {

    private final ManualClock clock = new ManualClock();

    @Test
    void tellsTheExactTimeUntilTheNextPlace() {
        RateWindow window = new RateWindow(2, clock);
        window.admit();
        clock.advance(Duration.ofSeconds(20));
        window.admit();

        assertThat(window.admit()).contains(Duration.ofSeconds(40));
        clock.advance(Duration.ofSeconds(40));
        assertThat(window.admit()).isEmpty();
        assertThat(window.admit()).contains(Duration.ofSeconds(20));
    }

    @Test
    void refusedCallsDoNotUseUpPlaces() {
        RateWindow window = new RateWindow(1, clock);
        window.admit();
        for (int i = 0; i < 100; i++) {
            window.admit();
        }

        clock.advance(Duration.ofMinutes(1));

        assertThat(window.admit()).isEmpty();
    }

    @Test
    void zeroMeansNoLimit() {
        RateWindow window = new RateWindow(0, clock);

        for (int i = 0; i < 1000; i++) {
            assertThat(window.admit()).isEmpty();
        }
    }

    private static final class ManualClock extends Clock {

        private Instant now = Instant.EPOCH;

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
