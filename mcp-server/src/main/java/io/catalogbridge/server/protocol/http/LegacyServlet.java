package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.LegacyContext;
import io.modelcontextprotocol.common.McpTransportContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A servlet of the SDK, told what it needs to know and kept from saying what it should not. Thread-safe. */
record LegacyServlet(Servlet sdk) {

    private static final String REQUEST_ID = LegacyServlet.class.getName() + ".id";

    /** What the SDK carries to the handlers. */
    static McpTransportContext context(HttpServletRequest request) {
        return new LegacyContext(Gate.principal(request), request.getAttribute(REQUEST_ID), null).carried();
    }

    /** Handles a message; {@code id} is absent unless it is a request. */
    void handle(HttpServletRequest request, HttpServletResponse response, @Nullable Object id)
            throws ServletException, IOException {
        if (id != null) {
            request.setAttribute(REQUEST_ID, id);
        }
        serve(request, response, id);
    }

    /** Handles a request without a body. */
    void handle(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        serve(request, response, null);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, @Nullable Object id)
            throws ServletException, IOException {
        CleanResponse clean = new CleanResponse(response);
        sdk.service(request, clean);
        clean.finish(id);
    }
}
