package io.catalogbridge.connectors.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came over the wire.
 *
 * @param path raw, still percent-encoded, starts with {@code /}
 * @param query raw, still percent-encoded; null when the request has no {@code ?}
 * @param headers looked up without regard to case
 * @param body the whole body, shared and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // calls are handed on, never compared
public record HttpCall(
        String method, String path, @Nullable String query, Map<String, List<String>> headers, byte[] body) {

    public HttpCall {
        TreeMap<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> byName.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(byName);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The first value of a query parameter, decoded; an empty string when it is given without a value. */
    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(queryParameters().get(name));
    }

    /** All query parameters, decoded, in the order given; the first of several equal names wins. */
    public Map<String, String> queryParameters() {
        return query == null ? Map.of() : formFields(query);
    }

    /** The body read as {@code application/x-www-form-urlencoded}. */
    public Map<String, String> form() {
        return formFields(text());
    }

    /** The decoded segments of the path; {@code /a/b%2Fc} gives {@code a} and {@code b/c}. */
    public List<String> segments() {
        return Arrays.stream(path.split("/", -1))
                .skip(1)
                .map(segment -> decoded(segment.replace("+", "%2B")))
                .toList();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Map<String, String> formFields(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : nonEmpty(encoded.split("&", -1))) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            fields.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(field.substring(equals + 1)));
        }
        return Collections.unmodifiableMap(fields);
    }

    private static List<String> nonEmpty(String[] parts) {
        List<String> kept = new ArrayList<>(Arrays.asList(parts));
        kept.removeIf(String::isEmpty);
        return kept;
    }

    /** Text with a broken escape stands for itself: it names nothing, so the endpoint answers "not found". */
    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return encoded;
        }
    }
}
