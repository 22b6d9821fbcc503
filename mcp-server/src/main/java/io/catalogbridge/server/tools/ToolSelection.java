package io.catalogbridge.server.tools;

import java.util.List;

/**
 * Which tools are offered. Names are checked where the tools are known, by {@link ToolSet#of}.
 *
 * @param toolsets names of toolsets, {@code default} and {@code all} among them; with no tools named either, the default ones
 * @param tools    names of tools that are offered besides
 * @param excluded names of tools that are not offered, whatever else is said
 * @param readOnly whether only tools are offered that change neither Glue nor the rules
 */
public record ToolSelection(List<String> toolsets, List<String> tools, List<String> excluded, boolean readOnly) {

    /** What is offered unless somebody chooses. */
    public static final ToolSelection DEFAULT = new ToolSelection(List.of(), List.of(), List.of(), false);

    public ToolSelection {
        toolsets = toolsets.isEmpty() && tools.isEmpty() ? List.of(Toolset.DEFAULT) : List.copyOf(toolsets);
        tools = List.copyOf(tools);
        excluded = List.copyOf(excluded);
    }

    boolean covers(Toolset toolset, String tool) {
        return !excluded.contains(tool) && (tools.contains(tool) || toolset.isAmong(toolsets));
    }
}
