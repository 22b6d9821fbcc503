package io.catalogbridge.server.protocol;

import io.catalogbridge.server.protocol.LineReader.Line;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one client over a pair of streams, one JSON-RPC message per line, UTF-8. Speaks the protocol versions 2024-11-05 to
 * 2025-11-25 and 2026-07-28, each request in its own way.
 *
 * <p>Nothing but messages is ever written to the output. No input ends the server except its end.
 */
public final class StdioServer {

    private static final Logger LOG = LoggerFactory.getLogger(StdioServer.class);

    /** What cancelled calls get to stop at a safe point. */
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final LineReader lines;
    private final CallLimits limits;
    private final MessageReader reader;
    private final MessageWriter writer;
    private final RunningCalls calls = new RunningCalls();
    private final CallPool pool;
    private final Conversation conversation;

    /**
     * @param user who the audit names for what the client does
     * @param in   the process's standard input
     * @param out  the process's standard output as it was at the start; nobody else may write to it
     */
    public StdioServer(Protocol protocol, String user, InputStream in, OutputStream out, CallLimits limits) {
        McpJsonMapper mapper = SdkJson.MAPPER;
        this.lines = new LineReader(in, limits.messageBytes());
        this.limits = limits;
        this.reader = new MessageReader(mapper);
        this.writer = new MessageWriter(mapper, out);
        this.pool = new CallPool(limits);
        this.conversation = new Conversation(protocol, user, writer, calls, pool);
    }

    /**
     * Serves until the input ends, then lets running calls finish within the limit and writes their answers.
     *
     * @return the exit code of the process: 0, or 1 if the client stopped reading or the input could not be read
     */
    public int run() {
        boolean ended = receive();
        conversation.endSubscriptions();
        if (!pool.drain(limits.drain())) {
            LOG.warn(
                    "calls still running {} s after the end of input are cancelled",
                    limits.drain().toSeconds());
            calls.cancelAll();
            pool.drain(STOPPING);
        }
        return ended && !writer.broken() ? 0 : 1;
    }

    /**
     * Asks running calls to stop, and waits a little for them. For the end of the process, which nobody's input foretells;
     * {@link #run} may go on waiting for input.
     */
    public void stop() {
        calls.cancelAll();
        pool.drain(STOPPING);
    }

    private boolean receive() {
        try {
            Optional<Line> line = lines.next();
            while (line.isPresent() && !writer.broken()) {
                receive(line.get());
                line = lines.next();
            }
            return true;
        } catch (IOException e) {
            LOG.warn("the input cannot be read: {}", e.getMessage());
            return false;
        }
    }

    private void receive(Line line) {
        if (line.overlong()) {
            writer.error(
                    null,
                    new Refusal(
                            Refusal.INVALID_REQUEST,
                            "Invalid request: the message is longer than " + limits.messageBytes() + " bytes"));
        } else if (!line.blank()) {
            deliver(line);
        }
    }

    private void deliver(Line line) {
        try {
            reader.read(line.bytes()).deliver(conversation);
        } catch (RuntimeException e) {
            Incident.log(LOG, "a message could not be handled", e);
        }
    }
}
