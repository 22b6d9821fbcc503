package io.catalogbridge.server.tools;

import io.catalogbridge.server.surface.ClosestNames;
import io.catalogbridge.server.surface.ResourceUpdates;
import io.catalogbridge.server.surface.Tasks;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.sync.Pacemaker;
import io.catalogbridge.server.sync.RunWatch;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static io.catalogbridge.server.tools.Toolset.DISCOVER;
import static io.catalogbridge.server.tools.Toolset.LINEAGE;
import static io.catalogbridge.server.tools.Toolset.MAPPING;
import static io.catalogbridge.server.tools.Toolset.OPERATIONS;
import static io.catalogbridge.server.tools.Toolset.SYNC;

/** The tools of an environment, always in the same order. */
public final class ToolSet {

    private static final int SUGGESTIONS = 3;

    private ToolSet() {}

    /** A tool and the toolset that it belongs to. */
    private record Member(Toolset toolset, Tool tool) {

        String name() {
            return tool.definition().name();
        }
    }

    /** Every tool there is. */
    private static List<Member> all(ToolContext context) {
        StoredLineage lineage = new StoredLineage(context);
        return List.of(
                new Member(DISCOVER, new SearchAssets(context)),
                new Member(DISCOVER, new GetAsset(context, lineage)),
                new Member(LINEAGE, new GetLineage(context, lineage)),
                new Member(LINEAGE, new AnalyzeImpact(context, lineage)),
                new Member(SYNC, new GetSyncStatus(context)),
                new Member(SYNC, new PlanSync(context)),
                new Member(SYNC, new RunSync(context)),
                new Member(SYNC, new CancelSync(context)),
                new Member(SYNC, new ListConflicts(context)),
                new Member(SYNC, new ResolveConflict(context)),
                new Member(MAPPING, new GetMappings(context)),
                new Member(MAPPING, new EditMapping(context)),
                new Member(MAPPING, new TestMapping(context)),
                new Member(OPERATIONS, new QueryAudit(context)),
                new Member(OPERATIONS, new CheckHealth(context)));
    }

    /** The default tools. */
    public static List<Tool> of(ToolContext context) {
        return of(context, ToolSelection.DEFAULT);
    }

    /**
     * The tools selected. Where the environment or the selection is read-only, those that write do not exist.
     *
     * @throws IllegalArgumentException if the selection names a toolset or tool that there is not, or leaves none
     */
    public static List<Tool> of(ToolContext context, ToolSelection selection) {
        List<Member> all = all(context);
        List<String> names = all.stream().map(Member::name).toList();
        requireKnown("toolset", selection.toolsets(), Toolset.labels());
        requireKnown("tool", selection.tools(), names);
        requireKnown("tool", selection.excluded(), names);
        boolean readOnly = selection.readOnly() || context.permission() == WritePermission.NEVER;
        List<Member> selected = all.stream()
                .filter(member -> selection.covers(member.toolset(), member.name()))
                .filter(member ->
                        !readOnly || !member.tool().definition().effect().writes())
                .toList();
        if (selected.isEmpty()) {
            throw new IllegalArgumentException("the selection leaves no tool");
        }
        Set<String> offered = selected.stream().map(Member::name).collect(Collectors.toSet());
        return selected.stream()
                .<Tool>map(member -> new AdvisingTool(member.tool(), offered))
                .toList();
    }

    private static void requireKnown(String what, List<String> wanted, List<String> known) {
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            List<String> closest = ClosestNames.to(name, known, SUGGESTIONS);
            throw new IllegalArgumentException("there is no " + what + " '" + name + "'; "
                    + (closest.isEmpty()
                            ? "there are " + String.join(", ", known)
                            : "did you mean " + String.join(", ", closest) + "?"));
        });
    }

    /** What {@code run_sync} has begun, for clients that take tasks instead of results. */
    public static Tasks tasks(ToolContext context) {
        return new RunTasks(context);
    }

    /** Changes of runs, for clients that watch {@code sync://runs/...}. */
    public static ResourceUpdates updates(ToolContext context) {
        return updates(context, Pacemaker.realTime());
    }

    static ResourceUpdates updates(ToolContext context, Pacemaker pacemaker) {
        RunWatch watch = new RunWatch(context.openStore(), context.openJobs(), context.environment(), pacemaker);
        return (uri, changed) -> RunUri.parse(uri)
                .map(runId -> watch.watch(runId, changed))
                .<ResourceUpdates.Watch>map(listening -> listening::close)
                .orElse(() -> {});
    }
}
