package io.catalogbridge.mapping.csn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The operators of a flow and how rows run between them. */
final class ProcessGraph {

    private final Map<String, Operator> operators;
    private final Map<String, List<String>> inputs;

    /** One operator; {@code config} is missing if the definition has none. */
    record Operator(String component, JsonNode config) {

        boolean isConsumer() {
            return component.endsWith(".table.consumer");
        }

        boolean isProducer() {
            return component.endsWith(".table.producer");
        }

        boolean isProjection() {
            return component.endsWith(".projection");
        }

        /** True for operators whose effect on columns stands in code. */
        boolean isScript() {
            String folded = Annotations.folded(component);
            return folded.contains("PYTHON") || folded.contains("SCRIPT");
        }
    }

    private ProcessGraph(Map<String, Operator> operators, Map<String, List<String>> inputs) {
        this.operators = operators;
        this.inputs = inputs;
    }

    /** Connections are listed with the contents or beside them. */
    static ProcessGraph of(JsonNode flow) {
        Map<String, Operator> operators = new LinkedHashMap<>();
        Json.members(flow.path("contents").path("processes"))
                .forEach(process -> operators.put(process.getKey(), operator(process.getValue())));
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        List.of(flow.path("contents").path("connections"), flow.path("connections"))
                .forEach(connections -> Json.oneOrMany(connections).forEach(connection -> connect(connection, inputs)));
        return new ProcessGraph(operators, inputs);
    }

    private static Operator operator(JsonNode process) {
        return new Operator(
                Json.textOrEmpty(process.path("component")),
                process.path("metadata").path("config"));
    }

    private static void connect(JsonNode connection, Map<String, List<String>> inputs) {
        String from = Json.text(connection.path("src"), "process");
        String to = Json.text(connection.path("tgt"), "process");
        if (from != null && to != null) {
            inputs.computeIfAbsent(to, name -> new ArrayList<>()).add(from);
        }
    }

    Map<String, Operator> operators() {
        return operators;
    }

    /** The operators rows have passed before this one, nearest first. Without any connection, all are taken to be. */
    List<Operator> upstreamOf(String process) {
        Set<String> names = inputs.isEmpty() ? new LinkedHashSet<>(operators.keySet()) : reachedFrom(process);
        names.remove(process);
        return names.stream().filter(operators::containsKey).map(operators::get).toList();
    }

    private Set<String> reachedFrom(String process) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> pending = new ArrayDeque<>(inputs.getOrDefault(process, List.of()));
        while (!pending.isEmpty()) {
            String next = pending.poll();
            if (reached.add(next)) {
                pending.addAll(inputs.getOrDefault(next, List.of()));
            }
        }
        return reached;
    }
}
