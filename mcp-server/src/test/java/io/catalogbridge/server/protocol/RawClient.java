package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ServerDescription;
import io.catalogbridge.server.surface.Surface;
import io.catalogbridge.server.surface.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes lines to a server in this process and reads its lines, each of which must be JSON. */
public final class RawClient implements AutoCloseable {

    public static final ServerDescription DESCRIPTION =
            new ServerDescription("testing", "Testing", "1.0", "Use echo_word to hear yourself.");

    private static final long PATIENCE_SECONDS = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final CompletableFuture<Void> outputEnd = new CompletableFuture<>();
    private final OutputStream toServer;

    /** Nothing but tools. */
    static Protocol protocol(List<? extends Tool> tools) {
        return new Protocol(Surface.of(DESCRIPTION, List.copyOf(tools)), Clock.systemUTC());
    }

    private RawClient(Protocol protocol, CallLimits limits) {
        try {
            Pipe in = Pipe.open();
            Pipe out = Pipe.open();
            toServer = Channels.newOutputStream(in.sink());
            start("server", () -> serve(protocol, limits, in, out));
            start("client", () -> listen(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawClient of(Tool... tools) {
        return of(CallLimits.DEFAULT, tools);
    }

    static RawClient of(CallLimits limits, Tool... tools) {
        return new RawClient(protocol(List.of(tools)), limits);
    }

    static RawClient of(Surface surface) {
        return new RawClient(new Protocol(surface, Clock.systemUTC()), CallLimits.DEFAULT);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Protocol protocol, CallLimits limits, Pipe in, Pipe out) {
        try (OutputStream toClient = Channels.newOutputStream(out.sink())) {
            StdioServer server =
                    new StdioServer(protocol, "tester", Channels.newInputStream(in.source()), toClient, limits);
            exit.complete(server.run());
        } catch (IOException | RuntimeException e) {
            exit.completeExceptionally(e);
        }
    }

    private void listen(Pipe out) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Channels.newInputStream(out.source()), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> received.add(JSON.readTree(line)));
            outputEnd.complete(null);
        } catch (IOException | RuntimeException e) {
            outputEnd.completeExceptionally(e);
        }
    }

    /** Sends a line; single quotes stand for double ones. */
    RawClient send(String line) {
        return sendBytes((line.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
    }

    RawClient sendBytes(byte[] bytes) {
        try {
            toServer.write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawClient initialize() {
        return initialize("2025-11-25");
    }

    /** Does the handshake and swallows the answer. */
    RawClient initialize(String version) {
        greet(version);
        return send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
    }

    JsonNode greet(String version) {
        send("{'jsonrpc':'2.0','id':'hello','method':'initialize','params':{'protocolVersion':'" + version
                + "','capabilities':{},'clientInfo':{'name':'raw','version':'1'}}}");
        return receive();
    }

    RawClient call(int id, String tool, String arguments) {
        return send("{'jsonrpc':'2.0','id':" + id + ",'method':'tools/call','params':{'name':'" + tool
                + "','arguments':" + arguments + "}}");
    }

    /** The next message of the server. */
    JsonNode receive() {
        try {
            JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the server was silent for " + PATIENCE_SECONDS + " s");
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the server's input. */
    RawClient hangUp() {
        close();
        return this;
    }

    /** What the server sent until its end that was not received yet. */
    List<JsonNode> rest() {
        outputEnd.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return List.copyOf(received);
    }

    int exitCode() {
        return exit.orTimeout(Duration.ofSeconds(PATIENCE_SECONDS).toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        try {
            toServer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
