package io.catalogbridge.connectors.sandbox.datasphere;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names as they go into a path. */
final class PathSegment {

    private PathSegment() {}

    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
