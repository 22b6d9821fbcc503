package io.catalogbridge.server.protocol;

import io.catalogbridge.server.protocol.Message.Answer;
import io.catalogbridge.server.protocol.Message.Malformed;
import io.catalogbridge.server.protocol.Message.Notification;
import io.catalogbridge.server.protocol.Message.Request;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a message in bytes is; what is none becomes {@link Message.Malformed}. Thread-safe. */
public final class MessageReader {

    private final McpJsonMapper mapper;

    public MessageReader(McpJsonMapper mapper) {
        this.mapper = mapper;
    }

    public Message read(byte[] line) {
        try {
            return classify(mapper.readValue(line, Object.class));
        } catch (IOException | RuntimeException e) {
            return new Malformed(null, Refusal.PARSE_ERROR, "Parse error: the message is not JSON");
        }
    }

    private Message classify(@Nullable Object json) {
        if (json instanceof Map<?, ?> object) {
            return classify(object);
        }
        return json instanceof List
                ? invalid(null, "batches are not supported; send one message at a time")
                : invalid(null, "a message is a JSON object");
    }

    private Message classify(Map<?, ?> object) {
        Object id = object.get("id");
        boolean identified = id instanceof String || id instanceof Integer || id instanceof Long;
        if (!McpSchema.JSONRPC_VERSION.equals(object.get("jsonrpc"))) {
            return invalid(identified ? id : null, "'jsonrpc' must be \"2.0\"");
        }
        if (object.containsKey("id") && !identified) {
            return invalid(null, "'id' must be a string or a whole number");
        }
        if (object.get("method") instanceof String method) {
            return call(id, method, object);
        }
        return object.containsKey("result") || object.containsKey("error")
                ? answer(object)
                : invalid(id, "'method' must be a string");
    }

    private Message answer(Map<?, ?> object) {
        try {
            return new Answer(mapper.convertValue(object, JSONRPCResponse.class));
        } catch (RuntimeException e) {
            return invalid(null, "an answer has a result or an error");
        }
    }

    private static Message call(@Nullable Object id, String method, Map<?, ?> object) {
        Object params = object.get("params");
        if (params != null && !(params instanceof Map)) {
            return new Malformed(id, Refusal.INVALID_PARAMS, "Invalid params: 'params' must be an object");
        }
        Map<String, Object> byName = params instanceof Map<?, ?> map ? Params.named(map) : Map.of();
        return id == null ? new Notification(method, byName) : new Request(id, method, byName);
    }

    private static Malformed invalid(@Nullable Object id, String reason) {
        return new Malformed(id, Refusal.INVALID_REQUEST, "Invalid request: " + reason);
    }
}
