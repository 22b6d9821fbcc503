package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a tenant's discovery document announces about the end of operations that we call. */
final class Deprecations {

    private static final List<String> CALLED = List.of(
            "/dwaas-core/api/v1/discovery",
            "/dwaas-core/api/v1/content",
            "/dwaas-core/api/v1/spaces",
            "/api/v1/datasphere/spaces",
            "/api/v1/datasphere/consumption");

    private Deprecations() {}

    /** One line per deprecated operation, in words; empty if all is well. */
    static List<String> in(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .filter(path -> CALLED.stream().anyMatch(path.getKey()::startsWith))
                .flatMap(path -> told(path.getKey(), path.getValue().path("get")).stream())
                .toList();
    }

    private static List<String> told(String path, JsonNode operation) {
        String deprecated = operation.path("x-deprecated-with-wave").asString("");
        String ends = operation.path("x-decommissioned-after-wave").asString("");
        String instead = operation.path("x-deprecation-new-command").asString("");
        if (deprecated.isEmpty() && ends.isEmpty()) {
            return List.of();
        }
        String facts = Stream.of(
                        fact("deprecated with wave ", deprecated),
                        fact("to end after wave ", ends),
                        fact("to be replaced by ", instead))
                .flatMap(List::stream)
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return List.of(Redaction.of(String.format(Locale.ROOT, "GET %s is %s", path, facts)));
    }

    private static List<String> fact(String words, String value) {
        return value.isEmpty() ? List.of() : List.of(words + value);
    }
}
