package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.rules.RuleBook;
import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.tools.ToolContext.PlanDefaults;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ToolSetTest {

    /** The default tools in the order in which they are listed; those that are not there yet do not count. */
    private static final List<String> DEFAULT = List.of(
            "search_assets",
            "get_asset",
            "get_lineage",
            "analyze_impact",
            "get_sync_status",
            "plan_sync",
            "run_sync",
            "cancel_sync",
            "list_conflicts",
            "resolve_conflict",
            "get_mappings",
            "edit_mapping",
            "test_mapping",
            "query_audit",
            "check_health");

    private static final List<String> WRITING = List.of("run_sync", "cancel_sync", "resolve_conflict", "edit_mapping");

    private static List<ToolDefinition> definitions(WritePermission permission) {
        return definitions(permission, ToolSelection.DEFAULT);
    }

    private static List<ToolDefinition> definitions(WritePermission permission, ToolSelection selection) {
        return ToolSet.of(context(permission), selection).stream()
                .map(Tool::definition)
                .toList();
    }

    /** Nothing of it may be opened: a server lists its tools before. */
    static ToolContext context(WritePermission permission) {
        Supplier<Store> store = () -> {
            throw new AssertionError("the store is not needed to list tools");
        };
        return new ToolContext(
                "dog",
                store,
                () -> {
                    throw new AssertionError("the engine is not needed to list tools");
                },
                () -> {
                    throw new AssertionError("jobs are not needed to list tools");
                },
                new RuleBook("dog", MappingRules.defaults("dog"), false, store),
                new PlanDefaults(List.of(), false),
                permission,
                listener -> {
                    throw new AssertionError("the systems are not needed to list tools");
                });
    }

    private static List<String> names(ToolSelection selection) {
        return definitions(WritePermission.ALLOWED, selection).stream()
                .map(ToolDefinition::name)
                .toList();
    }

    private static ToolSelection toolsets(String... names) {
        return new ToolSelection(List.of(names), List.of(), List.of(), false);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALLOWED", "BY_PERSON"})
    void listsItsToolsInOneOrderWithoutOpeningAnything(WritePermission permission) {
        List<String> names =
                definitions(permission).stream().map(ToolDefinition::name).toList();

        assertThat(names)
                .containsExactlyElementsOf(
                        DEFAULT.stream().filter(names::contains).toList());
        assertThat(names)
                .contains(
                        "search_assets",
                        "get_asset",
                        "get_lineage",
                        "analyze_impact",
                        "get_sync_status",
                        "plan_sync",
                        "run_sync",
                        "cancel_sync",
                        "list_conflicts",
                        "resolve_conflict",
                        "get_mappings",
                        "edit_mapping",
                        "test_mapping",
                        "query_audit",
                        "check_health");
    }

    @Test
    void hasNoWritingToolWhereNothingMayBeWritten() {
        assertThat(definitions(WritePermission.NEVER))
                .extracting(ToolDefinition::name)
                .doesNotContainAnyElementsOf(WRITING)
                .contains("test_mapping", "plan_sync", "list_conflicts");
    }

    @Test
    void hasNoWritingToolWhenToldSo() {
        ToolSelection readOnly = new ToolSelection(List.of("all"), List.of("run_sync"), List.of(), true);

        assertThat(definitions(WritePermission.ALLOWED, readOnly))
                .extracting(ToolDefinition::name)
                .doesNotContainAnyElementsOf(WRITING);
        assertThat(definitions(WritePermission.ALLOWED, readOnly))
                .extracting(ToolDefinition::effect)
                .noneMatch(ToolDefinition.Effect::writes);
    }

    @Test
    void offersWhatIsSelected() {
        assertThat(names(toolsets("lineage"))).containsExactly("get_lineage", "analyze_impact");
        assertThat(names(toolsets("lineage", "discover")))
                .containsExactly("search_assets", "get_asset", "get_lineage", "analyze_impact");
        assertThat(names(new ToolSelection(List.of(), List.of("check_health"), List.of(), false)))
                .containsExactly("check_health");
        assertThat(names(new ToolSelection(List.of("lineage"), List.of("search_assets"), List.of(), false)))
                .containsExactly("search_assets", "get_lineage", "analyze_impact");
        assertThat(names(new ToolSelection(List.of(), List.of(), List.of("plan_sync", "run_sync"), false)))
                .contains("search_assets")
                .doesNotContain("plan_sync", "run_sync");
        assertThat(names(toolsets("all"))).containsExactlyElementsOf(names(toolsets("default")));
    }

    @Test
    void refusesNamesThatItDoesNotKnow() {
        assertThatThrownBy(() -> names(toolsets("linage")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no toolset 'linage'; did you mean lineage?");
        assertThatThrownBy(() -> names(new ToolSelection(List.of(), List.of("get_asets"), List.of(), false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no tool 'get_asets'; did you mean get_asset");
        assertThatThrownBy(() -> names(new ToolSelection(List.of(), List.of(), List.of("xyzzyxyzzyxyzzyxyzzy"), false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are search_assets, get_asset");
    }

    @Test
    void refusesToOfferNothing() {
        assertThatThrownBy(() -> names(new ToolSelection(List.of(), List.of("run_sync"), List.of("run_sync"), false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the selection leaves no tool");
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
            assertThat(definition.title()).isNotBlank();
            assertThat(definition.description()).isNotBlank().doesNotContain("\n");
        });
    }
}
