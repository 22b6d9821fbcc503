package io.catalogbridge.server.prompts;

import io.catalogbridge.server.store.Plans.PlanLine;
import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.Prompt;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.ToolFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code review_plan}: whether a plan should be applied. */
record ReviewPlan(Background background) implements Prompt {

    private static final int ID_LENGTH = 80;
    private static final int SUGGESTIONS = 3;

    private static final Definition DEFINITION = new Definition(
            "review_plan",
            "Review a plan",
            "Goes through a plan before anybody applies it: deletes, conflicts, surprises, cost.",
            List.of(new Argument("plan", "Id of a plan; the last one if left out.", false)));

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Messages fill(Map<String, String> arguments, CallScope scope) {
        List<String> recent = recent();
        Optional<String> id =
                Background.optional(arguments, "plan").or(() -> recent.stream().findFirst());
        if (id.isEmpty()) {
            return Background.messages(DEFINITION.title(), withoutPlan(), Optional.empty());
        }
        ResourceContents plan =
                background.read("sync://plans/" + id.get(), scope).orElseThrow(() -> unknown(id.get(), recent));
        return Background.messages("Review plan " + id.get(), text(id.get()), Optional.of(plan));
    }

    private List<String> recent() {
        return background.context().store().plans().recent(background.context().environment(), SUGGESTIONS).stream()
                .map(PlanLine::id)
                .toList();
    }

    private static ToolFailure unknown(String id, List<String> recent) {
        return new ToolFailure(
                "NOT_FOUND", "There is no plan '" + SafeText.of(id, ID_LENGTH) + "'.", false, recent, "plan_sync");
    }

    private String text(String id) {
        return """
                Review plan %s before it is applied. It is attached, or its beginning if it is long.

                1. Deletes first: for each, call search_assets with its name to see whether its source is really gone, or \
                renamed, moved or left out by the mapping rules (get_mappings). Say that whoever queries the table in AWS \
                is not known here.
                2. Conflicts: what somebody wrote in Glue, what we would write, and which of the two I should \
                choose.
                3. Changes of column types and of names, which break queries; then the rest in one or two sentences.
                4. What is left alone or could not be read, if it makes the plan incomplete.

                Give a recommendation: apply, apply after something has been cleared up, or do not apply. %s""".formatted(id, background.howToApply());
    }

    private String withoutPlan() {
        return """
                There is no plan yet. Call plan_sync; it discovers the tenant, stores a plan and changes nothing. \
                Then go through its deletes, its conflicts, changes of types and names, and what could not be read, \
                and recommend whether to apply it. %s""".formatted(background.howToApply());
    }

    @Override
    public Completion complete(String argument, String typed, Map<String, String> chosen) {
        return argument.equals("plan") ? background.complete("sync://plans/{id}", "id", typed) : Completion.NONE;
    }
}
