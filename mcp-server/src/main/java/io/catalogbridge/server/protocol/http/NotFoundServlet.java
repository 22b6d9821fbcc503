package io.catalogbridge.server.protocol.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Everything that is nowhere else. */
final class NotFoundServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int INVALID_REQUEST = -32_600;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonAnswers.send(
                response,
                404,
                JsonAnswers.error(
                        null,
                        INVALID_REQUEST,
                        "Nothing is served here; MCP is at /mcp, and at /sse for older clients",
                        Map.of()));
    }
}
