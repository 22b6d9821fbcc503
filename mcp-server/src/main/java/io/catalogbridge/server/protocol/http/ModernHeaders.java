package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.Message;
import io.catalogbridge.server.protocol.ModernEra;
import io.catalogbridge.server.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headers repeat what the body says, so that proxies need not read it; what differs is refused (MCP 2026-07-28,
 * basic/transports/streamable-http).
 */
final class ModernHeaders {

    static final String PROTOCOL_VERSION = "MCP-Protocol-Version";

    private static final String ENCODED_START = "=?base64?";
    private static final String ENCODED_END = "?=";

    /** The parameter that {@code Mcp-Name} repeats, by method. */
    private static final Map<String, String> NAMED_BY = Map.of(
            "tools/call", "name",
            "prompts/get", "name",
            "resources/read", "uri",
            "tasks/get", "taskId",
            "tasks/update", "taskId",
            "tasks/cancel", "taskId");

    private ModernHeaders() {}

    static void check(HttpServletRequest request, Message.Request message, ModernEra era) throws Refusal {
        require(request, PROTOCOL_VERSION, ModernEra.version(message.params()));
        require(request, "Mcp-Method", message.method());
        String named = NAMED_BY.get(message.method());
        if (named != null) {
            require(request, "Mcp-Name", message.params().get(named));
        }
        if (message.method().equals("tools/call")) {
            checkArguments(request, message, era);
        }
    }

    private static void checkArguments(HttpServletRequest request, Message.Request message, ModernEra era)
            throws Refusal {
        if (message.params().get("arguments") instanceof Map<?, ?> arguments) {
            String tool = String.valueOf(message.params().get("name"));
            for (Map.Entry<String, String> each : era.argumentsInHeaders(tool).entrySet()) {
                require(request, "Mcp-Param-" + each.getValue(), arguments.get(each.getKey()));
            }
        }
    }

    /** What the body does not say, no header has to repeat. */
    private static void require(HttpServletRequest request, String name, @Nullable Object expected) throws Refusal {
        if (expected instanceof String || expected instanceof Number || expected instanceof Boolean) {
            String header = request.getHeader(name);
            if (header == null) {
                throw Refusal.headerMismatch("the header " + name + " is missing");
            }
            if (!decoded(name, header.strip()).equals(String.valueOf(expected))) {
                throw Refusal.headerMismatch("the header " + name + " differs from the body");
            }
        }
    }

    private static String decoded(String name, String value) throws Refusal {
        if (!value.startsWith(ENCODED_START) || !value.endsWith(ENCODED_END)) {
            return value;
        }
        String encoded = value.substring(ENCODED_START.length(), value.length() - ENCODED_END.length());
        try {
            if (encoded.length() % 4 != 0) {
                throw Refusal.headerMismatch("the header " + name + " is not valid Base64");
            }
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.headerMismatch("the header " + name + " is not valid Base64");
        }
    }
}
