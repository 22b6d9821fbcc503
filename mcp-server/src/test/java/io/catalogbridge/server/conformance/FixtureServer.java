package io.catalogbridge.server.conformance;

import io.catalogbridge.server.protocol.CallLimits;
import io.catalogbridge.server.protocol.Protocol;
import io.catalogbridge.server.protocol.StdioServer;
import io.catalogbridge.server.protocol.http.Authenticator;
import io.catalogbridge.server.protocol.http.Health;
import io.catalogbridge.server.protocol.http.HttpServer;
import io.catalogbridge.server.protocol.http.HttpSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** The process: without arguments it serves its standard streams, with {@code --http PORT} it serves HTTP and says where. */
public final class FixtureServer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String USER = "tester";

    private FixtureServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        System.setOut(System.err);
        Protocol protocol = new Protocol(FixtureSurface.create(), Clock.systemUTC());
        if (arguments.length == 0) {
            System.exit(new StdioServer(protocol, USER, System.in, out, CallLimits.DEFAULT).run());
        }
        try (HttpServer server = HttpServer.start(
                protocol,
                HttpSettings.loopback(Integer.parseInt(arguments[1])),
                Authenticator.everybody(USER),
                () -> new Health(true, JSON.createObjectNode().put("status", "ok")),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))) {
            out.println(
                    JSON.createObjectNode().put("mcp", server.uri() + "/mcp").put("sse", server.uri() + "/sse"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            server.await();
        }
    }
}
