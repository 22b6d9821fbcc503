package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.Protocol;
import io.catalogbridge.server.protocol.SdkJson;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MCP over HTTP, until it is closed: then nothing new is let in, what is under way may finish within the limit, and clients
 * that listen are told that it is over. Thread-safe.
 */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private static final int THREADS = 1_000;
    private static final Duration PULSE = Duration.ofSeconds(2);
    private static final String MCP = "/mcp";

    private final HttpSettings settings;
    private final QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    private final Server server = new Server(threads);
    private final ServerConnector connector;
    private final Gate gate;
    private final Turns turns;
    private final Pulse pulse;
    private final McpEndpoint mcp;
    private final HttpServletStreamableServerTransportProvider streamable;
    private final OlderTransport sse;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private HttpServer(
            Protocol protocol,
            HttpSettings settings,
            Authenticator authenticator,
            Supplier<Health> health,
            PrometheusMeterRegistry meters) {
        this.settings = settings;
        this.gate = new Gate(settings, authenticator);
        this.turns = new Turns(settings.concurrent(), settings.patience());
        this.pulse = new Pulse(PULSE, threads);
        this.streamable = streamable(protocol, settings);
        this.sse = new OlderTransport(protocol, settings);
        this.mcp = new McpEndpoint(
                protocol.modern(), new LegacyServlet(streamable), turns, pulse, settings.requestBytes());
        this.connector = connector();
        Gauge.builder("mcp.requests.running", turns, Turns::running).register(meters);
        Gauge.builder("mcp.requests.waiting", turns, Turns::waiting).register(meters);
        server.setErrorHandler(new JsonErrors());
        server.setHandler(handler(health, meters));
        server.addConnector(connector);
        threads.setName("http");
        threads.setDaemon(true);
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-virtual-"));
        }
    }

    /**
     * Starts serving.
     *
     * @param authenticator finds out who calls
     * @param health        asked at each health check; returns quickly
     * @param meters        what is counted, and shown under {@code /metrics}
     * @throws IOException if the address cannot be listened on
     */
    public static HttpServer start(
            Protocol protocol,
            HttpSettings settings,
            Authenticator authenticator,
            Supplier<Health> health,
            PrometheusMeterRegistry meters)
            throws IOException {
        HttpServer started = new HttpServer(protocol, settings, authenticator, health, meters);
        try {
            started.server.start();
            return started;
        } catch (Exception e) {
            started.close();
            throw new IOException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + e.getMessage(), e);
        }
    }

    private static HttpServletStreamableServerTransportProvider streamable(Protocol protocol, HttpSettings settings) {
        HttpServletStreamableServerTransportProvider provider = HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(SdkJson.MAPPER)
                .mcpEndpoint(MCP)
                .contextExtractor(LegacyServlet::context)
                .maxRequestSize(settings.requestBytes())
                .build();
        provider.setSessionFactory(protocol.streamableSessions());
        return provider;
    }

    private ServerConnector connector() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector made = new ServerConnector(server, new HttpConnectionFactory(configuration));
        made.setHost(settings.host());
        made.setPort(settings.port());
        return made;
    }

    private ServletContextHandler handler(Supplier<Health> health, PrometheusMeterRegistry meters) {
        ServletContextHandler handler = new ServletContextHandler();
        handler.setErrorHandler(new JsonErrors());
        FilterHolder guarded = new FilterHolder(gate);
        guarded.setAsyncSupported(true);
        for (String path : new String[] {MCP, SseEndpoint.EVENTS, SseEndpoint.MESSAGES, "/metrics"}) {
            handler.addFilter(guarded, path, EnumSet.of(DispatcherType.REQUEST));
        }
        SseEndpoint events = new SseEndpoint(new LegacyServlet(sse.servlet()), turns, settings.requestBytes());
        handler.addServlet(asynchronous(mcp), MCP);
        handler.addServlet(asynchronous(events), SseEndpoint.EVENTS);
        handler.addServlet(asynchronous(events), SseEndpoint.MESSAGES);
        handler.addServlet(new ServletHolder(new MetricsServlet(meters)), "/metrics");
        handler.addServlet(new ServletHolder(new NotFoundServlet()), "/");
        ServletHolder status = new ServletHolder(new StatusServlet(() -> health(health.get())));
        for (String path : new String[] {"/health", "/health/live", "/health/ready"}) {
            handler.addServlet(status, path);
        }
        return handler;
    }

    /** Whoever spreads requests over servers is to leave this one out from the moment it lets nothing new in. */
    private Health health(Health found) {
        return gate.draining() ? new Health(false, found.detail().put("status", "stopping")) : found;
    }

    private static ServletHolder asynchronous(jakarta.servlet.Servlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        return holder;
    }

    /** Where the server is, without a path. */
    public URI uri() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + connector.getLocalPort());
    }

    /** Waits until the server is closed. */
    public void await() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        gate.drain();
        drain();
        mcp.stop();
        streamable.closeGracefully().onErrorComplete().block();
        pulse.close();
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the HTTP server did not stop cleanly: {}", e.toString());
        }
        streamable.destroy();
        sse.close();
        stopped.countDown();
    }

    /** Lets what runs finish: whoever gets all turns knows that nobody has one. */
    private void drain() {
        if (!turns.drained(settings.drain())) {
            LOG.warn(
                    "requests still running after {} s are cancelled",
                    settings.drain().toSeconds());
        }
    }
}
