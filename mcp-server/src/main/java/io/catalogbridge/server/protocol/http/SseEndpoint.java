package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.Message;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /sse} and {@code /sse/message}: the transport of 2024-11-05, which some clients still speak. Thread-safe. */
final class SseEndpoint extends Endpoint {

    static final String EVENTS = "/sse";
    static final String MESSAGES = "/sse/message";

    private static final long serialVersionUID = 1L;

    private final transient LegacyServlet sessions;

    SseEndpoint(LegacyServlet sessions, Turns turns, int requestBytes) {
        super(turns, requestBytes);
        this.sessions = sessions;
    }

    @Override
    void handle(Post post) throws ServletException, IOException {
        if (post.request().getServletPath().equals(EVENTS)) {
            notAllowed(post.response());
        } else {
            Object id = post.message() instanceof Message.Request request ? request.id() : null;
            sessions.handle(post.request(), post.response(), id);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(EVENTS)) {
            sessions.handle(request, response);
        } else {
            notAllowed(response);
        }
    }
}
