package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.Message;
import io.catalogbridge.server.protocol.MessageReader;
import io.catalogbridge.server.protocol.SdkJson;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Takes one JSON-RPC message per POST. What is none, or too long, is refused here. Thread-safe. */
abstract class Endpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int INVALID_REQUEST = -32_600;

    private final transient MessageReader reader = new MessageReader(SdkJson.MAPPER);
    private final transient Turns turns;
    private final int requestBytes;

    Endpoint(Turns turns, int requestBytes) {
        this.turns = turns;
        this.requestBytes = requestBytes;
    }

    /** One message and where its answer goes; the body can be read again. */
    record Post(HttpServletRequest request, HttpServletResponse response, Message message) {}

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<byte[]> body = Bodies.read(request, requestBytes);
        if (body.isEmpty()) {
            refuse(response, 413, "Invalid request: the message is longer than " + requestBytes + " bytes");
            return;
        }
        Message message = reader.read(body.get());
        if (message instanceof Message.Malformed malformed) {
            JsonAnswers.send(
                    response, 400, JsonAnswers.error(malformed.id(), malformed.code(), malformed.reason(), Map.of()));
            return;
        }
        Post post = new Post(new ReplayedRequest(request, body.get()), response, message);
        if (message instanceof Message.Request) {
            inTurn(post);
        } else {
            handle(post);
        }
    }

    /** Answers to what we have asked never wait: what waits for them has a turn already. */
    private void inTurn(Post post) throws ServletException, IOException {
        if (!turns.take()) {
            post.response().setHeader("Retry-After", "5");
            refuse(post.response(), 503, "The server is busy; call again later");
            return;
        }
        try {
            handle(post);
        } finally {
            turns.leave();
        }
    }

    abstract void handle(Post post) throws ServletException, IOException;

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        JsonAnswers.send(response, status, JsonAnswers.error(null, INVALID_REQUEST, message, Map.of()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        notAllowed(response);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        notAllowed(response);
    }

    @Override
    protected final void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        notAllowed(response);
    }

    /** The default tells callers what they have sent. */
    @Override
    protected final void doTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        notAllowed(response);
    }

    static void notAllowed(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "GET, POST, DELETE");
        refuse(response, 405, "Method not allowed");
    }
}
