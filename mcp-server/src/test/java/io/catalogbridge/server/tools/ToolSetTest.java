package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.tools.ToolContext.PlanDefaults;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ToolSetTest {

    private static final int DEFINITION_CHARACTERS = 8_000 * 4;

    private static List<ToolDefinition> definitions(WritePermission permission) {
        ToolContext context = new ToolContext(
                "dog",
                () -> {
                    throw new AssertionError("the store is not needed to list tools");
                },
                () -> {
                    throw new AssertionError("the engine is not needed to list tools");
                },
                MappingRules.defaults("dog"),
                new PlanDefaults(List.of(), false),
                permission);
        return ToolSet.of(context).stream().map(Tool::definition).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"ALLOWED", "BY_PERSON"})
    void listsItsToolsInOneOrderWithoutOpeningAnything(WritePermission permission) {
        assertThat(definitions(permission))
                .extracting(ToolDefinition::name)
                .containsExactly(
                        "search_assets", "get_lineage", "get_mappings", "get_sync_status", "plan_sync", "run_sync");
    }

    @Test
    void hasNoWritingToolWhereNothingMayBeWritten() {
        assertThat(definitions(WritePermission.NEVER))
                .extracting(ToolDefinition::effect)
                .hasSize(5)
                .doesNotContain(ToolDefinition.Effect.WRITE);
    }

    @Test
    void describesItselfBriefly() {
        assertThat(new JsonMapper().writeValueAsString(definitions(WritePermission.ALLOWED)))
                .hasSizeLessThan(DEFINITION_CHARACTERS);
    }

    @Test
    void hasValidSchemas() {
        assertThat(definitions(WritePermission.ALLOWED)).allSatisfy(definition -> {
            assertThat(McpJsonDefaults.getSchemaValidator()
                            .validateSchema(definition.inputSchema())
                            .valid())
                    .isTrue();
            assertThat(McpJsonDefaults.getSchemaValidator()
                            .validateSchema(definition.outputSchema())
                            .valid())
                    .isTrue();
            assertThat(definition.inputSchema()).containsEntry("additionalProperties", false);
        });
    }
}
