package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.RequestObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** Counts and times requests by method and outcome. */
public record RequestMeters(MeterRegistry registry) implements RequestObserver {

    @Override
    public void answered(String method, Outcome outcome, Duration took) {
        Timer.builder("mcp.requests")
                .description("Requests answered, by method and outcome")
                .tag("method", method)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .publishPercentiles(0.5, 0.95)
                .register(registry)
                .record(took);
    }
}
