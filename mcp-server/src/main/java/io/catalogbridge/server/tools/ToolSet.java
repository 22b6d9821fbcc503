package io.catalogbridge.server.tools;

import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.util.List;
import java.util.stream.Stream;

/** The tools of an environment, always in the same order. */
public final class ToolSet {

    private ToolSet() {}

    /** Where the environment is read-only, the tool that writes does not exist. */
    public static List<Tool> of(ToolContext context) {
        Stream<Tool> reading = Stream.of(
                new SearchAssets(context),
                new GetLineage(context),
                new GetMappings(context),
                new GetSyncStatus(context),
                new PlanSync(context));
        Stream<Tool> writing =
                context.permission() == WritePermission.NEVER ? Stream.empty() : Stream.of(new RunSync(context));
        return Stream.concat(reading, writing).<Tool>map(AdvisingTool::new).toList();
    }
}
