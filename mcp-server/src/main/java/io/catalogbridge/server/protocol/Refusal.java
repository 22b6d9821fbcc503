package io.catalogbridge.server.protocol;

/** A request that is not served; the reason is for the client. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    Refusal(int code, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
