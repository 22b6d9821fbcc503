package io.catalogbridge.server.prompts;

import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.Prompt;
import java.util.List;
import java.util.Map;

/** {@code assess_impact}: what a change would reach. */
record AssessImpact(Background background) implements Prompt {

    private static final Definition DEFINITION = new Definition(
            "assess_impact",
            "Impact of a change",
            "Finds out what depends on an asset or table before it is changed or removed.",
            List.of(
                    new Argument("asset", "Such as datasphere:SALES/ORDERS or glue:database/table.", true),
                    new Argument("change", "What is to be changed, such as a column that goes away.", false)));

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Messages fill(Map<String, String> arguments, CallScope scope) {
        String id = background.known(Background.required(arguments, "asset"));
        String change = Background.optional(arguments, "change").orElse("not said; assume that it is removed");
        return Background.messages("Impact of " + id, text(id, change), background.readThing(id, scope));
    }

    private static String text(String id, String change) {
        return """
                What would be affected if %s changed? The change: %s. What is known about the asset is attached.

                1. Call analyze_impact with this id, and with the column if the change is about one. If the result \
                is truncated, call it again with a higher limit.
                2. For what matters most (analytic models, Glue tables), call get_lineage from there to see the path, \
                and get_asset to see who owns it and which columns are concerned.

                Answer with a list from near to far: what breaks, what only shows different figures, what is not \
                affected although it looks so. Mark every step that could not be resolved as a risk, not as safe. \
                Name the Glue tables, since others may query them without appearing here. End with whom to ask and \
                what to test first.""".formatted(id, change);
    }

    @Override
    public Completion complete(String argument, String typed, Map<String, String> chosen) {
        return argument.equals("asset") ? background.completeThing(typed) : Completion.NONE;
    }
}
