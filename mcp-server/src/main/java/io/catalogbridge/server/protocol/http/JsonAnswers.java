package io.catalogbridge.server.protocol.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as plain JSON. */
final class JsonAnswers {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonAnswers() {}

    /** A JSON-RPC error; without {@code id} if the request's own is not known (MCP 2026-07-28 allows no null). */
    static ObjectNode error(@Nullable Object id, int code, String message, Map<String, Object> data) {
        ObjectNode node = JSON.createObjectNode().put("jsonrpc", "2.0");
        if (id != null) {
            node.putPOJO("id", id);
        }
        ObjectNode error = node.putObject("error").put("code", code).put("message", message);
        if (!data.isEmpty()) {
            error.set("data", JSON.<ObjectNode>valueToTree(data));
        }
        return node;
    }

    static ObjectNode result(Object id, ObjectNode result) {
        ObjectNode node = JSON.createObjectNode().put("jsonrpc", "2.0");
        node.putPOJO("id", id);
        node.set("result", result);
        return node;
    }

    static ObjectNode notification(String method, ObjectNode params) {
        ObjectNode node = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method);
        node.set("params", params);
        return node;
    }

    static byte[] bytes(ObjectNode node) {
        return JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }

    static void send(HttpServletResponse response, int status, ObjectNode body) throws IOException {
        byte[] bytes = bytes(body);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
