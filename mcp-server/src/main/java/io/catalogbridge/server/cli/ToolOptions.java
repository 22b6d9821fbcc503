package io.catalogbridge.server.cli;

import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.tools.ToolContext;
import io.catalogbridge.server.tools.ToolSelection;
import io.catalogbridge.server.tools.ToolSet;
import java.util.List;
import picocli.CommandLine.Option;

/** Which tools assistants are offered. */
final class ToolOptions {

    @Option(
            names = "--toolsets",
            paramLabel = "NAME",
            split = ",",
            description = "Sets of tools to offer: discover, lineage, sync, mapping, operations, default, all.")
    List<String> toolsets = List.of();

    @Option(names = "--tools", paramLabel = "NAME", split = ",", description = "Single tools to offer besides.")
    List<String> tools = List.of();

    @Option(
            names = "--exclude-tools",
            paramLabel = "NAME",
            split = ",",
            description = "Tools not to offer, whatever else is said.")
    List<String> excluded = List.of();

    @Option(
            names = "--read-only",
            description = "Offer no tool that changes Glue or the mapping rules, whatever the environment allows.")
    boolean readOnly;

    /**
     * The tools that these options select.
     *
     * @throws UsageException if they name what there is not, or leave nothing
     */
    List<Tool> select(ToolContext context) {
        try {
            return ToolSet.of(context, new ToolSelection(toolsets, tools, excluded, readOnly));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    String.valueOf(e.getMessage()), "'catalog-bridge serve --help' names the sets of tools");
        }
    }
}
