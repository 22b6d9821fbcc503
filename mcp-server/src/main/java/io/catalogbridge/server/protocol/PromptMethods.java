package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ClosestNames;
import io.catalogbridge.server.surface.Prompt;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists prompts and fills them in. Thread-safe. */
final class PromptMethods {

    private static final int CLOSEST = 3;

    private final Map<String, Prompt> prompts = new LinkedHashMap<>();

    PromptMethods(List<Prompt> prompts) {
        prompts.forEach(prompt -> this.prompts.put(prompt.definition().name(), prompt));
    }

    ObjectNode list(Params params, Exchange exchange) throws Refusal {
        Pages.Page<Prompt> page = Pages.of(List.copyOf(prompts.values()), params.any("cursor"));
        ObjectNode result = Wire.object();
        ArrayNode array = result.putArray("prompts");
        page.items().forEach(prompt -> array.add(Wire.prompt(prompt.definition())));
        return page.next() == null ? result : result.put("nextCursor", page.next());
    }

    ObjectNode get(Params params, Exchange exchange) throws Refusal {
        Prompt prompt = prompt(params.text("name"));
        Map<String, String> arguments = params.texts("arguments");
        requireArguments(prompt.definition(), arguments);
        Prompt.Messages filled = fill(prompt, arguments, params, exchange);
        ObjectNode result = Wire.object().put("description", filled.description());
        ArrayNode messages = result.putArray("messages");
        filled.messages().forEach(message -> messages.add(Wire.message(message)));
        return result;
    }

    private static Prompt.Messages fill(Prompt prompt, Map<String, String> arguments, Params params, Exchange exchange)
            throws Refusal {
        Object token = params.object("_meta").any("progressToken");
        try {
            return prompt.fill(arguments, Scope.of(exchange, new ToolArguments(Map.of()), token));
        } catch (ToolFailure failure) {
            throw Refusal.invalidParams(advice(failure));
        }
    }

    private static String advice(ToolFailure failure) {
        return failure.getMessage()
                + (failure.suggestions().isEmpty() ? "" : " Try " + String.join(", ", failure.suggestions()));
    }

    /** The prompt of this name. */
    Prompt prompt(String name) throws Refusal {
        Prompt prompt = prompts.get(name);
        if (prompt == null) {
            List<String> closest = ClosestNames.to(name, prompts.keySet(), CLOSEST);
            throw Refusal.invalidParams("there is no prompt '" + name + "'; "
                    + (closest.isEmpty()
                            ? "there are " + String.join(", ", prompts.keySet())
                            : "did you mean " + String.join(", ", closest) + "?"));
        }
        return prompt;
    }

    private static void requireArguments(Prompt.Definition definition, Map<String, String> arguments) throws Refusal {
        List<String> known =
                definition.arguments().stream().map(Prompt.Argument::name).toList();
        for (String name : arguments.keySet()) {
            if (!known.contains(name)) {
                throw Refusal.invalidParams(
                        "'" + definition.name() + "' takes no '" + name + "', only " + String.join(", ", known));
            }
        }
        for (Prompt.Argument argument : definition.arguments()) {
            if (argument.required()
                    && arguments.getOrDefault(argument.name(), "").isBlank()) {
                throw Refusal.invalidParams("'" + definition.name() + "' needs '" + argument.name() + "'");
            }
        }
    }
}
