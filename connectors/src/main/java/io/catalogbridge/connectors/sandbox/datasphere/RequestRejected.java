package io.catalogbridge.connectors.sandbox.datasphere;

/** A request that the tenant refuses; becomes an answer with this status. */
final class RequestRejected extends RuntimeException {

    private final int status;

    RequestRejected(int status, String message) {
        super(message);
        this.status = status;
    }

    static RequestRejected badRequest(String message) {
        return new RequestRejected(400, message);
    }

    static RequestRejected forbidden() {
        return new RequestRejected(403, "Forbidden");
    }

    static RequestRejected notFound(String what) {
        return new RequestRejected(404, what + " not found");
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
