package io.catalogbridge.server.cli;

import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.rules.RuleBook;
import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.tools.ToolContext;
import io.catalogbridge.server.tools.ToolContext.PlanDefaults;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ToolOptionsTest {

    private static ToolContext context() {
        Supplier<Store> store = () -> {
            throw new AssertionError("the store is not needed to choose tools");
        };
        return new ToolContext(
                "dog",
                store,
                () -> {
                    throw new AssertionError("the engine is not needed to choose tools");
                },
                () -> {
                    throw new AssertionError("jobs are not needed to choose tools");
                },
                new RuleBook("dog", MappingRules.defaults("dog"), false, store),
                new PlanDefaults(List.of(), false),
                WritePermission.ALLOWED,
                listener -> {
                    throw new AssertionError("the systems are not needed to choose tools");
                });
    }

    static List<String> selected(String... arguments) {
        ToolOptions options = CommandLine.populateCommand(new ToolOptions(), arguments);
        return options.select(context()).stream()
                .map(tool -> tool.definition().name())
                .toList();
    }

    @Test
    void offersTheDefaultToolsUnlessToldOtherwise() {
        assertThat(selected()).contains("search_assets", "run_sync", "edit_mapping");
    }

    @Test
    void takesSetsAndToolsOneByOneOrAsLists() {
        assertThat(selected("--toolsets", "lineage,discover", "--tools", "check_health"))
                .isEqualTo(selected("--toolsets", "lineage", "--toolsets=discover", "--tools=check_health"))
                .containsExactly("search_assets", "get_asset", "get_lineage", "analyze_impact", "check_health");
    }

    @Test
    void leavesOutWhatItIsTold() {
        assertThat(selected("--exclude-tools", "plan_sync,run_sync")).doesNotContain("plan_sync", "run_sync");
        assertThat(selected("--read-only"))
                .contains("plan_sync", "test_mapping")
                .doesNotContain("run_sync", "edit_mapping");
    }

    @Test
    void saysWhichNameIsWrong() {
        assertThatThrownBy(() -> selected("--tools", "get_aset"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there is no tool 'get_aset'; did you mean get_asset");
    }
}
