package io.catalogbridge.server.prompts;

import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.Prompt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code find_data}: which table answers a question. */
record FindData(Background background) implements Prompt {

    private static final Definition DEFINITION = new Definition(
            "find_data",
            "Find data for a question",
            "Finds the tables and columns that answer a business question, with a query for Amazon Athena.",
            List.of(
                    new Argument("question", "What you want to know, in your own words.", true),
                    new Argument("space", "Look in this space of SAP Datasphere only.", false)));

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Messages fill(Map<String, String> arguments, CallScope scope) {
        String where = Background.optional(arguments, "space")
                .map(space -> " Keep only hits of space " + space + ".")
                .orElse("");
        return Background.messages(
                DEFINITION.title(), text(Background.required(arguments, "question"), where), Optional.empty());
    }

    private static String text(String question, String where) {
        return """
                Which data answers this question?

                %s

                1. Call search_assets with the question's nouns, not the whole sentence; if little is found, again \
                with other words for the same thing, or in the language of the tenant.%s
                2. Prefer analytic models and exposed views to the tables below them. Compare labels, descriptions \
                and columns of the best hits, and call get_asset with the id of the one or two that fit: it tells \
                the Glue table, whether that is up to date, and a query to start from.
                3. Where figures are concerned, call get_lineage upstream to see what they are made of, and \
                get_sync_status to see how fresh this is.

                Answer with the table to query, the columns with their business labels, how measures add up and in \
                which currency or unit, a query for Athena if there is a table in Glue, and what remains uncertain. \
                If nothing fits, say so; never guess a name.""".formatted(question, where);
    }

    @Override
    public Completion complete(String argument, String typed, Map<String, String> chosen) {
        return argument.equals("space") ? background.complete("datasphere://{space}", "space", typed) : Completion.NONE;
    }
}
