package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.lineage.LineageEdge;
import io.catalogbridge.mapping.lineage.LineageNode;
import io.catalogbridge.mapping.lineage.LineageWalk;
import io.catalogbridge.mapping.lineage.LineageWalk.Reached;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may be affected, the nearest first, and among equals what people read before what it is made of.
 *
 * @param users   how many things use each one directly
 * @param certain what is reached without passing what is unresolved
 */
record Affected(List<Reached> things, Map<String, Long> users, Set<String> certain) {

    private static final List<String> CONSUMED_FIRST = List.of("analytic-model", LineageNode.GLUE_TABLE, "view");

    static Affected of(LineageWalk walk, Map<String, ColumnUse> uses) {
        Map<String, List<LineageEdge>> onward = walk.edges().stream().collect(Collectors.groupingBy(LineageEdge::from));
        Set<String> touched = reachable(walk.start().id(), onward, uses, false);
        Map<String, Long> users = new HashMap<>();
        onward.forEach((from, edges) ->
                users.put(from, edges.stream().map(LineageEdge::to).distinct().count()));
        List<Reached> things = walk.reached().stream()
                .filter(each -> uses.isEmpty() || touched.contains(each.node().id()))
                .sorted(Comparator.comparingInt(Reached::distance)
                        .thenComparingInt(each -> rank(each.node()))
                        .thenComparingLong(
                                each -> -users.getOrDefault(each.node().id(), 0L))
                        .thenComparing(each -> each.node().id()))
                .toList();
        return new Affected(things, users, reachable(walk.start().id(), onward, uses, true));
    }

    private static int rank(LineageNode node) {
        int at = CONSUMED_FIRST.indexOf(node.kind());
        return at < 0 ? CONSUMED_FIRST.size() : at;
    }

    /** Follows edges from the start, but not through direct users that leave the column alone. */
    private static Set<String> reachable(
            String start, Map<String, List<LineageEdge>> onward, Map<String, ColumnUse> uses, boolean resolvedOnly) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String from = open.remove();
            onward.getOrDefault(from, List.of()).stream()
                    .filter(edge -> edge.resolved() || !resolvedOnly)
                    .map(LineageEdge::to)
                    .filter(to -> !from.equals(start)
                            || uses.getOrDefault(to, ColumnUse.UNKNOWN).possible())
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen;
    }

    long direct() {
        return things.stream().filter(each -> each.distance() == 1).count();
    }

    long ofKind(String kind) {
        return things.stream().filter(each -> each.node().kind().equals(kind)).count();
    }

    Map<String, Long> byKind() {
        return things.stream()
                .collect(Collectors.groupingBy(
                        (Reached each) -> each.node().kind(), TreeMap::new, Collectors.counting()));
    }

    ObjectNode json(Reached each, @Nullable ColumnUse use) {
        ObjectNode json = AnalyzeImpact.node(each.node())
                .put("distance", each.distance())
                .put("users", users.getOrDefault(each.node().id(), 0L));
        if (!certain.contains(each.node().id())) {
            json.put("certain", false);
        }
        return use == null ? json : json.put("columnUse", use.label());
    }
}
