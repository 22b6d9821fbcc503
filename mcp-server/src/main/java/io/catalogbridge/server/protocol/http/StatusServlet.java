package io.catalogbridge.server.protocol.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /health}, {@code /health/live} and {@code /health/ready}: 200 if all is well, 503 if not. Open to everybody who can
 * reach the server, since those who watch it rarely hold tokens.
 */
final class StatusServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final JsonMapper JSON = new JsonMapper();

    private final transient Supplier<Health> health;

    StatusServlet(Supplier<Health> health) {
        this.health = health;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().endsWith("/live")) {
            JsonAnswers.send(response, 200, JSON.createObjectNode().put("status", "up"));
            return;
        }
        Health now = health.get();
        JsonAnswers.send(response, now.ready() ? 200 : 503, now.detail());
    }
}
