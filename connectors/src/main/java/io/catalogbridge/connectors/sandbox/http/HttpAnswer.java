package io.catalogbridge.connectors.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One complete answer.
 *
 * @param headers names without regard to case; {@code Content-Length} is added when the answer is sent
 * @param body the whole body, shared and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // answers are sent, never compared
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final String CONTENT_TYPE = "Content-Type";

    public HttpAnswer {
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = Collections.unmodifiableMap(byName);
    }

    public static HttpAnswer json(int status, String json) {
        return of(status, "application/json", json);
    }

    public static HttpAnswer xml(int status, String xml) {
        return of(status, "application/xml", xml);
    }

    public static HttpAnswer html(int status, String html) {
        return of(status, "text/html;charset=utf-8", html);
    }

    public static HttpAnswer of(int status, String contentType, String text) {
        return new HttpAnswer(status, Map.of(CONTENT_TYPE, contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), new byte[0]);
    }

    public HttpAnswer withHeader(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpAnswer(status, more, body);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + ", " + body.length + " bytes";
    }
}
