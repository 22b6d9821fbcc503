package io.catalogbridge.server.protocol.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a servlet of the SDK answers, with its errors held back: they are serialised exceptions, stack traces included. Of an
 * error only the status and the message get out, as a JSON-RPC error.
 */
final class CleanResponse extends HttpServletResponseWrapper {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ERROR = 400;
    private static final int INVALID_REQUEST = -32_600;
    private static final int INTERNAL_ERROR = -32_603;
    private static final int MESSAGE_LENGTH = 300;

    private final HttpServletResponse response;
    private int failed;
    private String reason = "";
    private @Nullable StringWriter held;

    CleanResponse(HttpServletResponse response) {
        super(response);
        this.response = response;
    }

    @Override
    public void setStatus(int status) {
        if (status >= ERROR) {
            failed = status;
        } else {
            super.setStatus(status);
        }
    }

    @Override
    public void sendError(int status, String message) {
        failed = status;
        reason = message;
    }

    @Override
    public void sendError(int status) {
        failed = status;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (failed == 0) {
            return super.getWriter();
        }
        held = new StringWriter();
        return new PrintWriter(held);
    }

    /** Writes the error, if there was one. */
    void finish(@Nullable Object id) throws IOException {
        if (failed != 0 && !response.isCommitted()) {
            response.reset();
            int code = failed < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
            JsonAnswers.send(response, failed, JsonAnswers.error(id, code, message(), Map.of()));
        }
    }

    private String message() {
        String text = held == null ? reason : messageOf(held.toString());
        if (failed >= 500 || text.isBlank() || text.contains("Exception")) {
            return failed == 404 ? "Session not found" : failed < 500 ? "Bad request" : "Internal error";
        }
        return text.length() <= MESSAGE_LENGTH ? text : text.substring(0, MESSAGE_LENGTH);
    }

    private static String messageOf(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.at("/jsonRpcError/message")
                    .asString(json.path("message").asString(""));
        } catch (JacksonException e) {
            return "";
        }
    }
}
