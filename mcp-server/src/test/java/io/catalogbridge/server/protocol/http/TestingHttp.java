package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.Protocol;
import io.catalogbridge.server.protocol.RawClient;
import io.catalogbridge.server.surface.Surface;
import io.catalogbridge.server.surface.Tool;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Servers for tests, on any free port of this machine. */
final class TestingHttp {

    private TestingHttp() {}

    static HttpServer of(Tool... tools) {
        return of(HttpSettings.loopback(0), Authenticator.everybody("tester"), tools);
    }

    static HttpServer of(HttpSettings settings, Authenticator authenticator, Tool... tools) {
        return of(settings, authenticator, Surface.of(RawClient.DESCRIPTION, List.of(tools)));
    }

    static HttpServer of(HttpSettings settings, Authenticator authenticator, Surface surface) {
        return of(settings, authenticator, new Protocol(surface, Clock.systemUTC()));
    }

    static HttpServer of(HttpSettings settings, Authenticator authenticator, Protocol protocol) {
        try {
            return HttpServer.start(
                    protocol,
                    settings,
                    authenticator,
                    () -> new Health(true, new JsonMapper().createObjectNode().put("status", "ok")),
                    new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
