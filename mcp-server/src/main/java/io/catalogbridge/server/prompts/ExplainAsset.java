package io.catalogbridge.server.prompts;

import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.Prompt;
import java.util.List;
import java.util.Map;

/** {@code explain_asset}: what an asset is, for somebody who works with the business and not with databases. */
record ExplainAsset(Background background) implements Prompt {

    private static final Definition DEFINITION = new Definition(
            "explain_asset",
            "Explain an asset to a business user",
            "Explains what an asset or table holds, where it comes from and what it may be used for, without jargon.",
            List.of(
                    new Argument("asset", "Such as datasphere:SALES/ORDERS or glue:database/table.", true),
                    new Argument("audience", "Who it is for, such as a controller or a new colleague.", false)));

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Messages fill(Map<String, String> arguments, CallScope scope) {
        String id = background.known(Background.required(arguments, "asset"));
        String audience = Background.optional(arguments, "audience").orElse("a business user");
        return Background.messages("Explain " + id, text(id, audience), background.readThing(id, scope));
    }

    private static String text(String id, String audience) {
        return """
                Explain %s to %s. Everything known about it is attached.

                1. Call get_lineage with this id, both directions, to learn where the data comes from and who uses \
                it.
                2. Call get_asset with this id if I am to query it in AWS: it has a sample query, and says whether \
                Glue is up to date.

                Say in plain words: what one row stands for; the five to ten columns that matter, by their labels, \
                with currency or unit; what can be added up and what cannot; where the data comes from and how fresh \
                it is; what it is good for and what not. Short sentences, no technical names except once for each \
                thing you mention. Where the attached facts are silent, say that nobody has written it down.""".formatted(id, audience);
    }

    @Override
    public Completion complete(String argument, String typed, Map<String, String> chosen) {
        return argument.equals("asset") ? background.completeThing(typed) : Completion.NONE;
    }
}
