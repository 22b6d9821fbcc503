package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ToolDefinition;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

/** Tools as the protocol describes them. */
final class ToolSpecifications {

    private ToolSpecifications() {}

    static McpSchema.Tool of(ToolDefinition definition) {
        return McpSchema.Tool.builder(definition.name(), definition.inputSchema())
                .title(definition.title())
                .description(definition.description())
                .outputSchema(definition.outputSchema())
                .annotations(annotations(definition))
                .build();
    }

    /** All four hints are always there: a client takes a missing one for the worst case. */
    private static ToolAnnotations annotations(ToolDefinition definition) {
        ToolDefinition.Effect effect = definition.effect();
        return ToolAnnotations.builder()
                .title(definition.title())
                .readOnlyHint(effect.readOnly())
                .destructiveHint(effect.destructive())
                .idempotentHint(effect.idempotent())
                .openWorldHint(effect.openWorld())
                .build();
    }
}
