package io.catalogbridge.server.tools;

import java.util.Optional;

/** The resource of a run: {@code sync://runs/{id}}. */
final class RunUri {

    private static final String PREFIX = "sync://runs/";

    private RunUri() {}

    static String of(String runId) {
        return PREFIX + runId;
    }

    /** The run that a URI names. */
    static Optional<String> parse(String uri) {
        return Optional.of(uri)
                .filter(each -> each.startsWith(PREFIX))
                .map(each -> each.substring(PREFIX.length()))
                .filter(id -> !id.isEmpty() && !id.contains("/"));
    }
}
