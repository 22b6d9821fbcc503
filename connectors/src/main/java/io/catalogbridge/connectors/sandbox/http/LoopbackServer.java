package io.catalogbridge.connectors.sandbox.http;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves one {@link HttpEndpoint} on 127.0.0.1, over plain HTTP/1.1, until closed.
 *
 * <p>Waiting calls occupy no thread, so a few threads carry any number of slow calls.
 */
public final class LoopbackServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int MAX_THREADS = 16;
    private static final int MIN_THREADS = 4;
    private static final long MAX_BODY_BYTES = 32L * 1024 * 1024;
    private static final int REQUEST_HEADER_BYTES = 64 * 1024;

    private final Server server;
    private final ServerConnector connector;

    private LoopbackServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts a server.
     *
     * @param port 0 for any free one
     * @throws IOException when the port cannot be bound; the message names it
     */
    public static LoopbackServer start(HttpEndpoint endpoint, int port, Faults faults, CallCounter calls)
            throws IOException {
        return start(endpoint, port, faults, calls, Clock.systemUTC());
    }

    /**
     * Starts a server whose limit of requests per minute goes by this clock.
     *
     * @param port 0 for any free one
     * @throws IOException when the port cannot be bound; the message names it
     */
    public static LoopbackServer start(HttpEndpoint endpoint, int port, Faults faults, CallCounter calls, Clock clock)
            throws IOException {
        Server server = new Server(threads());
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(lenientHttp()));
        connector.setHost(HOST);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(bounded(new EndpointHandler(endpoint, faults, calls, clock)));
        LoopbackServer loopback = new LoopbackServer(server, connector);
        loopback.start();
        return loopback;
    }

    /** Where the server listens, such as {@code http://127.0.0.1:8123}; no trailing slash. */
    public URI uri() {
        return URI.create("http://" + HOST + ":" + connector.getLocalPort());
    }

    /** Stops at once; calls under way see their connection break. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception cause) {
            throw new IllegalStateException("The server at " + uri() + " did not stop", cause);
        }
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (Exception cause) {
            close();
            throw new IOException("Cannot listen on " + HOST + ":" + connector.getPort(), cause);
        }
    }

    private static Handler bounded(Handler handler) {
        SizeLimitHandler bounded = new SizeLimitHandler(MAX_BODY_BYTES, -1);
        bounded.setHandler(handler);
        return bounded;
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("sandbox");
        threads.setDaemon(true);
        threads.setStopTimeout(0);
        return threads;
    }

    /** Object names may hold encoded slashes and control characters; the endpoint, not Jetty, decides about them. */
    private static HttpConfiguration lenientHttp() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setRequestHeaderSize(REQUEST_HEADER_BYTES);
        return configuration;
    }
}
