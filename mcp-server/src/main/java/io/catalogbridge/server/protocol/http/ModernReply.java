package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.Refusal;
import io.catalogbridge.server.protocol.RunningCall;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to one request of the stateless era: plain JSON, unless something is said before the result, or the result takes
 * long; then a stream of events, whose end the client may bring about by closing it. Thread-safe.
 */
final class ModernReply implements Pulse.Unfinished {

    private final HttpServletResponse response;
    private final Object id;
    private final boolean mayStream;
    private final RunningCall call;
    private final AtomicBoolean pulsing = new AtomicBoolean();
    private boolean streaming;
    private boolean ended;

    /**
     * @param mayStream whether the client takes a stream of events
     * @param call      cancelled when the client has gone
     */
    ModernReply(HttpServletResponse response, Object id, boolean mayStream, RunningCall call) {
        this.response = response;
        this.id = id;
        this.mayStream = mayStream;
        this.call = call;
    }

    synchronized void notification(String method, ObjectNode params) {
        if (mayStream) {
            event(JsonAnswers.notification(method, params));
        }
    }

    synchronized void result(ObjectNode result) {
        end(200, JsonAnswers.result(id, result));
    }

    synchronized void refuse(Refusal refusal) {
        end(refusal.httpStatus(), JsonAnswers.error(id, refusal.code(), refusal.reason(), refusal.data()));
    }

    /**
     * Shows a client that waits that the server is there, and the server that the client is. One pulse at a time: a client that
     * reads slowly holds up one thread, not many.
     */
    @Override
    public void pulse() {
        if (mayStream && pulsing.compareAndSet(false, true)) {
            try {
                comment();
            } finally {
                pulsing.set(false);
            }
        }
    }

    private synchronized void comment() {
        write(": waiting\n\n".getBytes(StandardCharsets.UTF_8));
    }

    private void end(int status, ObjectNode message) {
        if (ended) {
            return;
        }
        if (streaming) {
            event(message);
        } else {
            try {
                JsonAnswers.send(response, status, message);
            } catch (IOException e) {
                call.cancel();
            }
        }
        ended = true;
    }

    private void event(ObjectNode message) {
        byte[] json = JsonAnswers.bytes(message);
        byte[] start = "event: message\ndata: ".getBytes(StandardCharsets.UTF_8);
        byte[] event = new byte[start.length + json.length + 2];
        System.arraycopy(start, 0, event, 0, start.length);
        System.arraycopy(json, 0, event, start.length, json.length);
        event[event.length - 2] = '\n';
        event[event.length - 1] = '\n';
        write(event);
    }

    private void write(byte[] bytes) {
        if (ended) {
            return;
        }
        try {
            open();
            response.getOutputStream().write(bytes);
            response.flushBuffer();
        } catch (IOException e) {
            ended = true;
            call.cancel();
        }
    }

    private void open() {
        if (!streaming) {
            streaming = true;
            response.setStatus(200);
            response.setContentType("text/event-stream");
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("X-Accel-Buffering", "no");
        }
    }
}
