package io.catalogbridge.server.protocol;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes messages, one per line, never two into one another. Thread-safe. */
final class MessageWriter {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

    private final McpJsonMapper mapper;
    private final OutputStream out;
    private boolean broken;

    MessageWriter(McpJsonMapper mapper, OutputStream out) {
        this.mapper = mapper;
        this.out = out;
    }

    void write(JSONRPCMessage message) {
        try {
            if (message instanceof JSONRPCResponse response && response.error() == null) {
                result(
                        response.id(),
                        Handshake.result(response.result())
                                .<Object>map(node -> node)
                                .orElse(response.result()));
            } else {
                writeLine(mapper.writeValueAsString(message));
            }
        } catch (IOException | RuntimeException e) {
            String incident = Incident.log(LOG, "a message could not be written as JSON", e);
            if (message instanceof JSONRPCResponse response) {
                error(response.id(), new Refusal(Refusal.INTERNAL_ERROR, Incident.text(incident)));
            }
        }
    }

    /** Answers with an error; {@code id} is null if the request's own is not known, and then left out, as MCP has it. */
    void error(@Nullable Object id, Refusal refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", refusal.code());
        error.put("message", refusal.reason());
        if (!refusal.data().isEmpty()) {
            error.put("data", refusal.data());
        }
        reply(id, "error", error);
    }

    void result(Object id, Object result) {
        reply(id, "result", result);
    }

    void notification(String method, Object params) {
        writeJson(Map.of("jsonrpc", McpSchema.JSONRPC_VERSION, "method", method, "params", params));
    }

    private void reply(@Nullable Object id, String member, Object value) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        if (id != null) {
            reply.put("id", id);
        }
        reply.put(member, value);
        writeJson(reply);
    }

    private void writeJson(Map<String, ?> message) {
        try {
            writeLine(mapper.writeValueAsString(message));
        } catch (IOException e) {
            throw new AssertionError("texts, numbers and nodes are always JSON", e);
        }
    }

    /**
     * Encoding from text replaces halves of surrogate pairs, at which a byte generator would give up. A print stream
     * keeps its errors to itself until asked.
     */
    private synchronized void writeLine(String json) {
        if (broken) {
            return;
        }
        try {
            out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (out instanceof PrintStream stream && stream.checkError()) {
                throw new IOException("the stream is closed");
            }
        } catch (IOException e) {
            broken = true;
            LOG.warn("the client no longer reads: {}", e.getMessage());
        }
    }

    /** Whether the client has stopped reading; nothing written since has arrived. */
    synchronized boolean broken() {
        return broken;
    }
}
