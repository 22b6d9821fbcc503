package io.catalogbridge.server.protocol;

import io.catalogbridge.server.protocol.RequestState.Content;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestStateTest {

    private static final byte[] KEY = {1, 2, 3};
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Content CONTENT = new Content(Map.of("sure", "digest"), Map.of());

    private static RequestState at(Duration later) {
        return new RequestState(KEY, Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }

    @Test
    void isGoodForHalfAnHour() throws Refusal {
        String sealed = at(Duration.ZERO).seal(CONTENT, "call");

        assertThat(at(Duration.ofMinutes(30)).open(sealed, "call")).isEqualTo(CONTENT);
        assertThatThrownBy(() -> at(Duration.ofMinutes(31)).open(sealed, "call"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has expired");
    }

    @Test
    void isGoodForItsOwnCallAndServerOnly() {
        String sealed = at(Duration.ZERO).seal(CONTENT, "call");

        assertThatThrownBy(() -> at(Duration.ZERO).open(sealed, "another")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new RequestState(Clock.systemUTC()).open(sealed, "call"))
                .isInstanceOf(Refusal.class);
    }
}
