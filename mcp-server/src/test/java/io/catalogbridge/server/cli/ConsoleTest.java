package io.catalogbridge.server.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final Console watched = new Console(NOWHERE, NOWHERE, true, true);
    private final Console redirected = new Console(NOWHERE, NOWHERE, false, false);

    @Test
    void coloursAreForTerminalsAndForThoseWhoDidNotForbidThem() {
        assertThat(watched.colours(Map.of("TERM", "xterm"))).isTrue();
        assertThat(watched.colours(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(watched.colours(Map.of("TERM", "dumb"))).isFalse();
        assertThat(redirected.colours(Map.of())).isFalse();
    }

    @Test
    void barsAreForTerminalsThatCanRedrawThem() {
        assertThat(watched.bars(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isTrue();
        assertThat(watched.bars(Map.of("TERM", "dumb"))).isFalse();
        assertThat(redirected.bars(Map.of())).isFalse();
    }
}
