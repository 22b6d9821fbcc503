package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.ResourceFamily;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Completes arguments of prompts and variables of resource templates. Thread-safe. */
final class CompletionMethod {

    private final PromptMethods prompts;
    private final List<ResourceFamily> families;

    CompletionMethod(PromptMethods prompts, List<ResourceFamily> families) {
        this.prompts = prompts;
        this.families = families;
    }

    ObjectNode complete(Params params, Exchange exchange) throws Refusal {
        Params argument = params.object("argument");
        String name = argument.text("name");
        String typed = argument.text("value");
        Map<String, String> chosen = params.object("context").texts("arguments");
        return Wire.completion(complete(params.object("ref"), name, typed, chosen));
    }

    private Completion complete(Params reference, String name, String typed, Map<String, String> chosen)
            throws Refusal {
        return switch (reference.text("type")) {
            case "ref/prompt" -> prompts.prompt(reference.text("name")).complete(name, typed, chosen);
            case "ref/resource" -> family(reference.text("uri")).complete(reference.text("uri"), name, typed, chosen);
            default -> throw Refusal.invalidParams("'ref.type' must be ref/prompt or ref/resource");
        };
    }

    private ResourceFamily family(String uriTemplate) throws Refusal {
        return families.stream()
                .filter(family -> family.templates().stream()
                        .anyMatch(template -> template.uriTemplate().equals(uriTemplate)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidParams("there is no resource template '" + uriTemplate + "'"));
    }
}
