package io.catalogbridge.server.prompts;

import io.catalogbridge.server.surface.Prompt;
import io.catalogbridge.server.tools.ToolContext;
import java.util.List;

/** The prompts of an environment, always in the same order. */
public final class PromptSet {

    private PromptSet() {}

    public static List<Prompt> of(ToolContext context) {
        Background background = Background.of(context);
        return List.of(
                new FindData(background),
                new ExplainAsset(background),
                new AssessImpact(background),
                new ReviewPlan(background),
                new OnboardSpace(background));
    }
}
