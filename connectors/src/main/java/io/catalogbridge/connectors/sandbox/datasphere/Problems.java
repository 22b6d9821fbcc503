package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import java.util.HexFormat;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** How the tenant words what went wrong; every answer has a correlation id. Thread-safe. */
final class Problems {

    private static final String CORRELATION_ID = "x-correlation-id";

    private final Random random;

    Problems(Random random) {
        this.random = random;
    }

    /** A refusal for lack of membership has no body. */
    HttpAnswer of(RequestRejected rejection) {
        return rejection.status() == 403
                ? HttpAnswer.empty(403).withHeader(CORRELATION_ID, correlationId())
                : error(rejection.status(), rejection.reason());
    }

    HttpAnswer internalError() {
        String id = correlationId();
        return body(500, "Internal Server Error. See correlation id " + id).withHeader(CORRELATION_ID, id);
    }

    HttpAnswer tooManyRequests(long retryAfterSeconds) {
        return error(429, "Too many requests").withHeader("Retry-After", Long.toString(retryAfterSeconds));
    }

    /** The same words for a missing, a wrong and an expired token. */
    HttpAnswer unauthorized() {
        return oauth(401, "unauthorized", "An Authentication object was not found in the SecurityContext")
                .withHeader("WWW-Authenticate", "Bearer")
                .withHeader(CORRELATION_ID, correlationId());
    }

    /** What a cookie-only page answers to a token: the log-on page, as a success. */
    HttpAnswer logOnPage() {
        return HttpAnswer.html(
                200,
                "<!DOCTYPE html><html><head><title>Log On</title></head><body><form action=\"/oauth/login\"></form>"
                        + "</body></html>");
    }

    static HttpAnswer oauth(int status, String error, String description) {
        ObjectNode body = Json.object().put("error", error).put("error_description", description);
        return HttpAnswer.json(status, body.toString());
    }

    private HttpAnswer error(int status, String message) {
        return body(status, message).withHeader(CORRELATION_ID, correlationId());
    }

    private static HttpAnswer body(int status, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", Integer.toString(status)).put("message", message);
        return HttpAnswer.json(status, body.toString());
    }

    private String correlationId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
