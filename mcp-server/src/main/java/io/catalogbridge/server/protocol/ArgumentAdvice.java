package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ClosestNames;
import io.catalogbridge.server.surface.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What to do about arguments that a tool does not take. */
final class ArgumentAdvice {

    private static final int CLOSEST = 3;
    private static final int SHOWN = 5;

    private ArgumentAdvice() {}

    /** For each argument that there is not, those that may be meant; else all that there are. */
    static List<String> of(ToolDefinition definition, Map<String, Object> arguments) {
        Set<String> known = known(definition);
        Set<String> unknown = new TreeSet<>(arguments.keySet());
        unknown.removeAll(known);
        return unknown.isEmpty()
                ? List.of("Correct the arguments and call again.")
                : unknown.stream()
                        .limit(SHOWN)
                        .map(name -> advice(name, known))
                        .distinct()
                        .toList();
    }

    private static Set<String> known(ToolDefinition definition) {
        return definition.inputSchema().get("properties") instanceof Map<?, ?> properties
                ? new TreeSet<>(
                        properties.keySet().stream().map(String::valueOf).toList())
                : Set.of();
    }

    private static String advice(String unknown, Set<String> known) {
        if (known.isEmpty()) {
            return "Call it without arguments.";
        }
        List<String> closest = ClosestNames.to(unknown, known, CLOSEST);
        return closest.isEmpty()
                ? "It takes " + String.join(", ", known) + "."
                : "Instead of '" + unknown + "', did you mean " + String.join(" or ", closest) + "?";
    }
}
