package io.catalogbridge.server.protocol;

import java.util.Map;

/**
 * A request that is not served; code, reason and data are for the client. Codes are those of JSON-RPC 2.0 and of the MCP
 * revisions 2025-11-25 and 2026-07-28.
 */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;

    /** Known to clients of the older era only; the newer one says {@link #INVALID_PARAMS}. */
    static final int RESOURCE_NOT_FOUND = -32002;

    static final int HEADER_MISMATCH = -32020;
    static final int CAPABILITY_REQUIRED = -32021;
    static final int UNSUPPORTED_VERSION = -32022;

    private final int code;
    private final String reason;
    private final transient Map<String, Object> data;
    private final boolean early;

    Refusal(int code, String reason) {
        this(code, reason, Map.of());
    }

    Refusal(int code, String reason, Map<String, Object> data) {
        this(code, reason, data, false);
    }

    private Refusal(int code, String reason, Map<String, Object> data, boolean early) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
        this.data = Map.copyOf(data);
        this.early = early;
    }

    /** The same, of a request whose form is wrong, whatever it asks for. */
    public Refusal atTheDoor() {
        return new Refusal(code, reason, data, true);
    }

    /** The parameters are not what the method takes. */
    public static Refusal invalidParams(String complaint) {
        return new Refusal(INVALID_PARAMS, "Invalid params: " + complaint);
    }

    /** A header does not say what the body says. */
    public static Refusal headerMismatch(String complaint) {
        return new Refusal(HEADER_MISMATCH, "Header mismatch: " + complaint);
    }

    static Refusal methodNotFound(String method) {
        return new Refusal(METHOD_NOT_FOUND, "Method not found: " + method);
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    /** Empty if there is nothing more to say. */
    public Map<String, Object> data() {
        return data;
    }

    /** What HTTP calls it (MCP 2026-07-28, basic/transports/streamable-http). */
    public int httpStatus() {
        return switch (code) {
            case METHOD_NOT_FOUND -> 404;
            case PARSE_ERROR, INVALID_REQUEST, HEADER_MISMATCH, CAPABILITY_REQUIRED, UNSUPPORTED_VERSION -> 400;
            default -> early ? 400 : 200;
        };
    }
}
