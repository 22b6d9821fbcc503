package io.catalogbridge.mapping.lineage;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.glue.TableName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who reads, loads, runs and stands for whom. Immutable and safe for use by several threads; equal snapshots give equal
 * answers. Walks go breadth first, end on cycles, and are bounded in depth and size.
 */
public final class LineageGraph {

    /** How many nodes, and how many edges, a walk finds unless told otherwise. */
    public static final int DEFAULT_LIMIT = 10_000;

    private final Map<String, LineageNode> nodes;
    private final List<LineageEdge> edges;
    private final Map<String, List<LineageEdge>> byStart;
    private final Map<String, List<LineageEdge>> byEnd;
    private final Map<String, List<LineageEdge>> loadsByFlow;

    private LineageGraph(Map<String, LineageNode> nodes, List<LineageEdge> edges) {
        this.nodes = nodes;
        this.edges = edges;
        this.byStart = edges.stream().collect(Collectors.groupingBy(LineageEdge::from));
        this.byEnd = edges.stream().collect(Collectors.groupingBy(LineageEdge::to));
        this.loadsByFlow = edges.stream()
                .filter(edge -> edge.kind() == EdgeKind.LOADS)
                .collect(Collectors.groupingBy(edge -> edge.via().text()));
    }

    /** The lineage within the tenant and of other systems. */
    public static LineageGraph of(CatalogSnapshot snapshot) {
        return of(snapshot, Collections.emptySortedMap());
    }

    /** The same, with the step from each asset to its table in Glue. */
    public static LineageGraph of(CatalogSnapshot snapshot, SortedMap<AssetId, TableName> tables) {
        Derivation derivation = new Derivation(snapshot, tables);
        return new LineageGraph(Map.copyOf(derivation.nodes()), List.copyOf(derivation.edges()));
    }

    /**
     * The lineage that these edges tell of, read back from where they were kept. Ends that no node describes count as known
     * by reference only.
     */
    public static LineageGraph of(Collection<LineageNode> nodes, Collection<LineageEdge> edges) {
        Map<String, LineageNode> byId = new HashMap<>();
        edges.forEach(edge -> {
            byId.computeIfAbsent(edge.from(), LineageNode::referred);
            byId.computeIfAbsent(edge.to(), LineageNode::referred);
        });
        nodes.forEach(node -> byId.put(node.id(), node));
        return new LineageGraph(Map.copyOf(byId), edges.stream().sorted().toList());
    }

    /** All edges, sorted. */
    public List<LineageEdge> edges() {
        return edges;
    }

    /** All nodes, by identifier. */
    public Optional<LineageNode> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    private LineageNode named(String id) {
        return node(id).orElseThrow();
    }

    /** Where the data of a node comes from; for a flow, what it reads. Empty if there is no such node. */
    public Optional<LineageWalk> upstream(String id, int depth) {
        return upstream(id, depth, DEFAULT_LIMIT);
    }

    public Optional<LineageWalk> upstream(String id, int depth, int limit) {
        return node(id).map(start ->
                new Walk(start, depth, limit, node -> into(node, start), edge -> named(edge.from())).walk());
    }

    /**
     * Where the data of a node goes; for a flow, what it loads, and for a task chain, what it runs and what that loads.
     * Empty if there is no such node.
     */
    public Optional<LineageWalk> downstream(String id, int depth) {
        return downstream(id, depth, DEFAULT_LIMIT);
    }

    public Optional<LineageWalk> downstream(String id, int depth, int limit) {
        return node(id).map(start -> new Walk(start, depth, limit, this::outOf, edge -> named(edge.to())).walk());
    }

    /** What a change of a node may touch. Empty if there is no such node. */
    public Optional<LineageImpact> impact(String id, int depth) {
        return impact(id, depth, DEFAULT_LIMIT);
    }

    public Optional<LineageImpact> impact(String id, int depth, int limit) {
        return downstream(id, depth, limit).map(walk -> new LineageImpact(walk, processes(walk)));
    }

    /** A flow is entered at the start only: from there all its pipes count, from elsewhere just the one that is followed. */
    private Stream<LineageEdge> into(String node, LineageNode start) {
        Stream<LineageEdge> direct =
                edgesOf(byEnd, node).filter(edge -> edge.kind().carriesData());
        return node.equals(start.id()) ? Stream.concat(direct, loadsFromElsewhere(node)) : direct;
    }

    private Stream<LineageEdge> loadsFromElsewhere(String flow) {
        return edgesOf(loadsByFlow, flow).filter(edge -> !edge.from().equals(flow));
    }

    private Stream<LineageEdge> outOf(String node) {
        return Stream.concat(edgesOf(byStart, node), loadsFromElsewhere(node));
    }

    private static Stream<LineageEdge> edgesOf(Map<String, List<LineageEdge>> index, String node) {
        return index.getOrDefault(node, List.of()).stream();
    }

    private List<LineageNode> processes(LineageWalk walk) {
        Set<String> flows = walk.edges().stream()
                .filter(edge -> edge.kind() == EdgeKind.LOADS)
                .map(edge -> edge.via().text())
                .collect(Collectors.toSet());
        Set<String> found = new HashSet<>(flows);
        Deque<String> open = new ArrayDeque<>(flows);
        open.add(walk.start().id());
        walk.reached().forEach(reached -> open.add(reached.node().id()));
        while (!open.isEmpty()) {
            chainsThatRun(open.remove()).filter(found::add).forEach(open::add);
        }
        return found.stream().sorted().flatMap(id -> node(id).stream()).toList();
    }

    private Stream<String> chainsThatRun(String node) {
        return edgesOf(byEnd, node).filter(edge -> edge.kind() == EdgeKind.RUNS).map(LineageEdge::from);
    }
}
