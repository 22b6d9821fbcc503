package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One address of the tenant.
 *
 * @param operation the name under which calls are counted
 * @param template path segments, in which {@code *} stands for one captured value, alone or in parentheses:
 *     {@code catalog/spaces(*)}
 */
record Route(String operation, String method, List<String> template, Handler handler) {

    /** Answers a call with the captured values of its path, decoded. */
    interface Handler {
        HttpAnswer answer(HttpCall call, List<String> captured);
    }

    static Route get(String operation, String template, Handler handler) {
        return of("GET", operation, template, handler);
    }

    static Route post(String operation, String template, Handler handler) {
        return of("POST", operation, template, handler);
    }

    /** The decoded path of a call, to be held against many routes; a slash at its end makes no difference. */
    static List<String> pathOf(HttpCall call) {
        return withoutTrailingSlash(call.segments());
    }

    /** The captured values, when this is the address of a call with this method and path. */
    Optional<List<String>> match(String called, List<String> segments) {
        if (!method.equals(called) || segments.size() != template.size()) {
            return Optional.empty();
        }
        List<String> captured = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (!matches(template.get(i), segments.get(i), captured)) {
                return Optional.empty();
            }
        }
        return Optional.of(captured);
    }

    private static Route of(String method, String operation, String template, Handler handler) {
        return new Route(method + " " + operation, method, List.of(template.split("/")), handler);
    }

    private static boolean matches(String expected, String segment, List<String> captured) {
        int star = expected.indexOf('*');
        if (star < 0) {
            return expected.equals(segment);
        }
        String before = expected.substring(0, star);
        String after = expected.substring(star + 1);
        boolean fits = segment.length() >= before.length() + after.length()
                && segment.startsWith(before)
                && segment.endsWith(after);
        if (fits) {
            captured.add(segment.substring(before.length(), segment.length() - after.length()));
        }
        return fits;
    }

    private static List<String> withoutTrailingSlash(List<String> segments) {
        int last = segments.size() - 1;
        return last > 0 && segments.get(last).isEmpty() ? segments.subList(0, last) : segments;
    }
}
