package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.http.Fetched.Refused;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Space;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads what is said about one space: two calls, either of which may be refused without harm. */
final class SpaceReader {

    private final CoreApi core;
    private final SnapshotSink sink;

    SpaceReader(CoreApi core, SnapshotSink sink) {
        this.core = core;
        this.sink = sink;
    }

    /** Failures become findings where they are a matter of rights, else gaps. */
    void read(String name, String label) {
        JsonNode definition = orElse(name, "description", () -> core.spaceDefinition(name), MissingNode.getInstance());
        List<Space.Connection> connections = orElse(name, "connections", () -> core.connections(name), List.of());
        String given = text(definition, "label");
        sink.space(new Space(name, label.isEmpty() ? given : label, text(definition, "longDescription"), connections));
    }

    private <T> T orElse(String space, String what, Supplier<Fetched<T>> call, T fallback) {
        String subject = AssetId.SCHEME + space;
        try {
            Fetched<T> answer = call.get();
            if (answer instanceof Refused<T> refused) {
                sink.finding(Finding.info(
                        "space-" + what + "-not-read",
                        subject,
                        String.valueOf(refused.error().getMessage())));
                return fallback;
            }
            return answer.orThrow();
        } catch (ConnectorException error) {
            sink.gap(subject, error);
            return fallback;
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isBlank() ? null : text;
    }
}
