package io.catalogbridge.server.protocol;

import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first request of a session and its answer, read and written without looking into the SDK's classes by reflection: that
 * takes as long as everything else before the first answer. What is out of the ordinary is left to the mapper.
 */
final class Handshake {

    private static final Set<String> KNOWN = Set.of("name", "version", "title", "description", "websiteUrl");

    private Handshake() {}

    /** The request; absent if it is for the mapper to read, or to refuse. */
    static Optional<InitializeRequest> request(Object params) {
        if (params instanceof Map<?, ?> map
                && map.get("protocolVersion") instanceof String version
                && map.get("capabilities") instanceof Map<?, ?> capabilities
                && map.get("clientInfo") instanceof Map<?, ?> client
                && !map.containsKey("_meta")) {
            return client(client)
                    .flatMap(info -> capabilities(capabilities)
                            .map(able -> InitializeRequest.builder(version, able, info)
                                    .build()));
        }
        return Optional.empty();
    }

    private static Optional<Implementation> client(Map<?, ?> client) {
        boolean texts = client.entrySet().stream()
                .allMatch(each -> each.getValue() instanceof String && KNOWN.contains(each.getKey()));
        if (!texts || !client.containsKey("name") || !client.containsKey("version")) {
            return Optional.empty();
        }
        return Optional.of(new Implementation(
                String.valueOf(client.get("name")),
                text(client.get("title")),
                String.valueOf(client.get("version")),
                text(client.get("description")),
                null,
                text(client.get("websiteUrl"))));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static Optional<ClientCapabilities> capabilities(Map<?, ?> capabilities) {
        ClientCapabilities.Builder builder = ClientCapabilities.builder();
        for (Map.Entry<?, ?> each : capabilities.entrySet()) {
            if (!(each.getValue() instanceof Map<?, ?> details) || !add(builder, each.getKey(), details)) {
                return Optional.empty();
            }
        }
        return Optional.of(builder.build());
    }

    private static boolean add(ClientCapabilities.Builder builder, Object name, Map<?, ?> details) {
        return switch (String.valueOf(name)) {
            case "roots" -> roots(builder, details);
            case "elicitation" -> elicitation(builder, details);
            case "sampling" -> {
                builder.sampling();
                yield details.isEmpty();
            }
            case "experimental" -> {
                builder.experimental(Params.named(details));
                yield true;
            }
            case "extensions" -> false;
            default -> true;
        };
    }

    private static boolean roots(ClientCapabilities.Builder builder, Map<?, ?> details) {
        if (details.size() == 1 && details.get("listChanged") instanceof Boolean changes) {
            builder.roots(changes);
            return true;
        }
        return false;
    }

    private static boolean elicitation(ClientCapabilities.Builder builder, Map<?, ?> details) {
        builder.elicitation();
        return details.isEmpty();
    }

    /** The result; absent if it is for the mapper to write. */
    static Optional<ObjectNode> result(@Nullable Object result) {
        if (!(result instanceof InitializeResult initialized) || initialized.meta() != null) {
            return Optional.empty();
        }
        ObjectNode node = Wire.object().put("protocolVersion", initialized.protocolVersion());
        add(node.putObject("capabilities"), initialized.capabilities());
        ObjectNode server = node.putObject("serverInfo")
                .put("name", initialized.serverInfo().name());
        if (initialized.serverInfo().title() != null) {
            server.put("title", initialized.serverInfo().title());
        }
        server.put("version", initialized.serverInfo().version());
        return Optional.of(node.put("instructions", initialized.instructions()));
    }

    /** What {@link LegacySession} declares. */
    private static void add(ObjectNode node, ServerCapabilities capabilities) {
        if (capabilities.completions() != null) {
            node.putObject("completions");
        }
        if (capabilities.logging() != null) {
            node.putObject("logging");
        }
        if (capabilities.prompts() != null) {
            node.putObject("prompts").put("listChanged", capabilities.prompts().listChanged());
        }
        if (capabilities.resources() != null) {
            node.putObject("resources")
                    .put("subscribe", capabilities.resources().subscribe())
                    .put("listChanged", capabilities.resources().listChanged());
        }
        if (capabilities.tools() != null) {
            node.putObject("tools").put("listChanged", capabilities.tools().listChanged());
        }
    }
}
