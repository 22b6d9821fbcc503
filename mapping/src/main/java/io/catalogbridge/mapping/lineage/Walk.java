package io.catalogbridge.mapping.lineage;

import io.catalogbridge.mapping.lineage.LineageWalk.Reached;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One walk in one direction, breadth first; walked once, by one thread. */
final class Walk {

    private final LineageNode start;
    private final int depth;
    private final int limit;
    private final Function<String, Stream<LineageEdge>> steps;
    private final Function<LineageEdge, LineageNode> farEnd;
    private final Map<LineageNode, Reached> reached = new LinkedHashMap<>();
    private final Set<LineageEdge> edges = new HashSet<>();
    private final Deque<Reached> open = new ArrayDeque<>();
    private boolean truncated;

    /**
     * @param depth  how many steps at most
     * @param limit  how many nodes and how many edges at most
     * @param steps  the edges that lead on from a node
     * @param farEnd where an edge leads
     */
    Walk(
            LineageNode start,
            int depth,
            int limit,
            Function<String, Stream<LineageEdge>> steps,
            Function<LineageEdge, LineageNode> farEnd) {
        this.start = start;
        this.depth = depth;
        this.limit = limit;
        this.steps = steps;
        this.farEnd = farEnd;
    }

    LineageWalk walk() {
        open.add(new Reached(start, 0));
        while (!open.isEmpty() && !truncated) {
            Reached next = open.remove();
            if (next.distance() < depth) {
                steps.apply(next.node().id()).forEach(edge -> follow(edge, next.distance() + 1));
            }
        }
        return new LineageWalk(start, List.copyOf(reached.values()), List.copyOf(edges), truncated);
    }

    private void follow(LineageEdge edge, int distance) {
        LineageNode end = farEnd.apply(edge);
        boolean known = end.equals(start) || reached.containsKey(end);
        boolean full = edges.size() >= limit || (!known && reached.size() >= limit);
        if (full) {
            truncated |= !edges.contains(edge);
            return;
        }
        edges.add(edge);
        if (!known) {
            reach(new Reached(end, distance));
        }
    }

    private void reach(Reached node) {
        reached.put(node.node(), node);
        open.add(node);
    }
}
