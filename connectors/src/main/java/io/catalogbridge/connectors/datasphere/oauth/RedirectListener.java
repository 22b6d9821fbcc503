package io.catalogbridge.connectors.datasphere.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.catalogbridge.connectors.http.Redaction;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Waits on the loopback interface for the browser to come back with an authorization code (RFC 8252, section 7.3). */
final class RedirectListener implements AutoCloseable {

    private static final int HTTP_PORT = 80;

    private final HttpServer server;
    private final String state;
    private final CompletableFuture<HttpUrl> returned = new CompletableFuture<>();

    private RedirectListener(HttpServer server, String state) {
        this.server = server;
        this.state = state;
    }

    /** Starts to listen; requests that do not carry this state are refused and change nothing. */
    static RedirectListener start(URI redirect, String state) {
        int port = redirect.getPort() < 0 ? HTTP_PORT : redirect.getPort();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            RedirectListener listener = new RedirectListener(server, state);
            server.createContext("/", listener::received);
            server.start();
            return listener;
        } catch (IOException cause) {
            throw new ConnectorException(
                    ErrorKind.UNAVAILABLE,
                    redirect.toString(),
                    "Cannot listen for the browser at " + redirect,
                    "Free the port, or register another redirect URI with the OAuth client.",
                    cause);
        }
    }

    /** The port listened on; of use when any free one was asked for. */
    int port() {
        return server.getAddress().getPort();
    }

    /**
     * Waits for the code.
     *
     * @throws ConnectorException if the person refused or did not come back in time
     */
    String code(Duration patience) {
        try {
            return code(returned.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            throw failed("Nobody signed in within " + patience.toSeconds() + " seconds", late);
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw failed("The sign-in was interrupted", stop);
        }
    }

    private static String code(HttpUrl url) {
        String granted = url.queryParameter("code");
        if (granted == null) {
            throw failed("The sign-in was refused: " + reason(url), null);
        }
        return granted;
    }

    private void received(HttpExchange exchange) throws IOException {
        HttpUrl url = HttpUrl.get("http://localhost" + exchange.getRequestURI());
        if (state.equals(url.queryParameter("state"))) {
            reply(exchange, 200, "The sign-in has ended. You can close this page.");
            returned.complete(url);
        } else {
            reply(exchange, 400, "This request does not belong to a sign-in under way.");
        }
    }

    private static String reason(HttpUrl url) {
        String error = url.queryParameter("error");
        String description = url.queryParameter("error_description");
        return Redaction.of((error == null ? "no code" : error) + (description == null ? "" : " " + description));
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static ConnectorException failed(String message, @Nullable Throwable cause) {
        return new ConnectorException(ErrorKind.AUTH, "sign-in", message, "Sign in again.", cause);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
