package io.catalogbridge.server.prompts;

import io.catalogbridge.server.surface.Prompt;
import io.catalogbridge.server.tools.ToolContext;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The prompts of an environment, always in the same order. */
public final class PromptSet {

    private PromptSet() {}

    /** A prompt and the tools that it names. */
    private record Member(Prompt prompt, List<String> tools) {}

    /**
     * The prompts that can be followed.
     *
     * @param tools names of the tools that there are; what names others is left out
     */
    public static List<Prompt> of(ToolContext context, Collection<String> tools) {
        return all(context).stream()
                .filter(member -> tools.containsAll(member.tools()))
                .map(Member::prompt)
                .toList();
    }

    private static List<Member> all(ToolContext context) {
        Background background = Background.of(context);
        Stream<String> running = context.permission() == WritePermission.ALLOWED
                ? Stream.of("run_sync", "get_sync_status")
                : Stream.empty();
        List<String> planning =
                Stream.concat(Stream.of("plan_sync", "get_mappings"), running).toList();
        return List.of(
                new Member(
                        new FindData(background),
                        List.of("search_assets", "get_asset", "get_lineage", "get_sync_status")),
                new Member(new ExplainAsset(background), List.of("get_lineage", "get_asset")),
                new Member(new AssessImpact(background), List.of("analyze_impact", "get_lineage", "get_asset")),
                new Member(
                        new ReviewPlan(background),
                        Stream.concat(Stream.of("search_assets"), planning.stream())
                                .toList()),
                new Member(new OnboardSpace(background), planning));
    }
}
