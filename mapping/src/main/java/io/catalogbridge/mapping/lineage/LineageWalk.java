package io.catalogbridge.mapping.lineage;

import java.util.List;

/**
 * What was found on a walk from one node.
 *
 * @param start     where the walk began
 * @param reached   the nodes found, nearest first, the start left out
 * @param edges     the edges between the start and the nodes found that the walk saw, sorted
 * @param truncated true if there is more within the depth asked for than the result may hold
 */
public record LineageWalk(LineageNode start, List<Reached> reached, List<LineageEdge> edges, boolean truncated) {

    public LineageWalk {
        reached = List.copyOf(reached);
        edges = edges.stream().sorted().toList();
    }

    /** A node and the least number of steps to it. */
    public record Reached(LineageNode node, int distance) {}
}
