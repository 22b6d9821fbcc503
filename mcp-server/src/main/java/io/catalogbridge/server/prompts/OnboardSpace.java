package io.catalogbridge.server.prompts;

import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.Prompt;
import io.catalogbridge.server.surface.ResourceContents;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code onboard_space}: a space's way into Glue, step by step. */
record OnboardSpace(Background background) implements Prompt {

    private static final Definition DEFINITION = new Definition(
            "onboard_space",
            "Bring a space into Glue",
            "Leads through the first synchronisation of a space: discover, look at what does not fit, review, apply.",
            List.of(new Argument("space", "Technical name of the space in SAP Datasphere.", true)));

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Messages fill(Map<String, String> arguments, CallScope scope) {
        String space = Background.required(arguments, "space");
        Optional<ResourceContents> known = background.readThing("datasphere:" + space, scope);
        String state = known.isPresent()
                ? "What the last discovery found in it is attached."
                : "It has not been discovered yet.";
        return Background.messages("Bring space " + space + " into Glue", text(space, state), known);
    }

    private String text(String space, String state) {
        return """
                Bring the space %s into AWS Glue with me. %s

                1. Call plan_sync with spaces=["%s"]. If the space is refused or empty, say what its message says: \
                the technical user must be a member of the space, with read access.
                2. Call get_mappings with id=datasphere:%s: show me the database, a few assets with their tables, \
                and what could not be mapped exactly, the gravest first, with what to do about it in Datasphere.
                3. Go through the plan: how many databases, tables and jobs, what applying costs, conflicts with \
                what is there.
                4. %s
                5. At the end, name the two or three assets of the space that are most worth querying, by their \
                labels.""".formatted(space, state, space, space, background.howToApply());
    }

    @Override
    public Completion complete(String argument, String typed, Map<String, String> chosen) {
        return argument.equals("space") ? background.complete("datasphere://{space}", "space", typed) : Completion.NONE;
    }
}
