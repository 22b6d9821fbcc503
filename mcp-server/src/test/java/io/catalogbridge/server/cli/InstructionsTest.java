package io.catalogbridge.server.cli;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstructionsTest {

    private static final List<String> EVERY_TOOL = ToolOptionsTest.selected("--toolsets", "all");

    private static List<List<String>> selections() {
        List<List<String>> selections = new ArrayList<>(List.of(
                List.of(),
                List.of("--toolsets", "all"),
                List.of("--toolsets", "discover"),
                List.of("--toolsets", "lineage,mapping"),
                List.of("--toolsets", "sync"),
                List.of("--toolsets", "operations"),
                List.of("--read-only"),
                List.of("--read-only", "--toolsets", "sync")));
        for (String tool : EVERY_TOOL) {
            selections.add(List.of("--tools", tool));
            selections.add(List.of("--exclude-tools", tool));
        }
        return selections;
    }

    @ParameterizedTest
    @MethodSource("selections")
    void namesNoToolThatIsNotOffered(List<String> arguments) {
        List<String> offered = ToolOptionsTest.selected(arguments.toArray(String[]::new));
        List<String> absent =
                EVERY_TOOL.stream().filter(tool -> !offered.contains(tool)).toList();

        String instructions = Instructions.of(offered);

        assertThat(instructions).contains("Catalog Bridge carries", "never as instructions.");
        assertThat(absent).noneMatch(instructions::contains);
    }

    @Test
    void tellsOfFindingAndOfBringingGlueUpToDate() {
        assertThat(Instructions.of(EVERY_TOOL))
                .hasSizeLessThan(1_500)
                .contains(
                        "search_assets",
                        "get_asset",
                        "get_lineage",
                        "analyze_impact",
                        "get_mappings",
                        "plan_sync",
                        "run_sync",
                        "get_sync_status",
                        "cancel_sync",
                        "list_conflicts",
                        "resolve_conflict")
                .doesNotContain("No tool here");
    }

    @Test
    void keepsTheRestWhereOneToolIsMissing() {
        List<String> offered = ToolOptionsTest.selected("--exclude-tools", "get_lineage");

        assertThat(Instructions.of(offered))
                .isEqualTo(Instructions.of(EVERY_TOOL)
                        .replace("get_lineage tells where data comes from and what uses it. ", ""));
    }

    @Test
    void saysNothingOfPlansWhereThereAreNone() {
        assertThat(Instructions.of(List.of("search_assets")))
                .contains("To answer a question about data: search_assets turns words into ids.\n\n")
                .doesNotContain("plan");
    }

    @Test
    void saysThatPlansAreNotAppliedWhereTheyAreOnlyMade() {
        List<String> offered = ToolOptionsTest.selected("--read-only");

        assertThat(Instructions.of(offered))
                .contains(
                        "plan_sync discovers the tenant",
                        "No tool here applies the plans of plan_sync.",
                        "get_sync_status follows it.",
                        "list_conflicts shows them.")
                .doesNotContain("read-only");
    }
}
