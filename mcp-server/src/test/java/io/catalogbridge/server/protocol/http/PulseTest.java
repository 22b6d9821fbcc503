package io.catalogbridge.server.protocol.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PulseTest {

    private final Pulse pulse = new Pulse(Duration.ofDays(1), Runnable::run);

    @AfterEach
    void close() {
        pulse.close();
    }

    @Test
    void leavesAloneWhatIsAnsweredWithinOneInterval() {
        List<String> written = new ArrayList<>();
        Pulse.Unfinished quick = () -> written.add("quick");
        Pulse.Unfinished slow = () -> written.add("slow");
        pulse.watch(slow);
        pulse.watch(quick);

        pulse.beat();
        assertThat(written).isEmpty();

        pulse.forget(quick);
        pulse.beat();
        pulse.beat();
        assertThat(written).containsExactly("slow", "slow");
    }
}
