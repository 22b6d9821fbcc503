package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.lineage.EdgeKind;
import io.catalogbridge.mapping.lineage.LineageEdge;
import io.catalogbridge.mapping.lineage.LineageGraph;
import io.catalogbridge.mapping.lineage.LineageNode;
import io.catalogbridge.server.store.CatalogIndex;
import io.catalogbridge.server.store.CatalogIndex.Edge;
import io.catalogbridge.server.store.CatalogIndex.Heading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lineage that the last discovery found; built once for each discovery. Thread-safe. */
final class StoredLineage {

    private final ToolContext context;
    private @Nullable Built built;

    StoredLineage(ToolContext context) {
        this.context = context;
    }

    private record Built(Instant takenAt, LineageGraph graph) {}

    /** Empty if nothing has been discovered yet. */
    synchronized Optional<LineageGraph> graph() {
        CatalogIndex catalog = context.store().catalog();
        return catalog.facts(context.environment()).map(facts -> graph(catalog, facts.takenAt()));
    }

    private LineageGraph graph(CatalogIndex catalog, Instant takenAt) {
        if (built == null || !built.takenAt().equals(takenAt)) {
            built = new Built(takenAt, build(catalog));
        }
        return built.graph();
    }

    private LineageGraph build(CatalogIndex catalog) {
        List<LineageNode> nodes = catalog.headings(context.environment()).stream()
                .map(StoredLineage::node)
                .toList();
        List<LineageEdge> edges = catalog.edges(context.environment()).stream()
                .flatMap(StoredLineage::edge)
                .toList();
        return LineageGraph.of(nodes, edges);
    }

    private static LineageNode node(Heading heading) {
        boolean table = heading.system().equals("glue") && heading.kind().equals("table");
        return new LineageNode(heading.id(), table ? LineageNode.GLUE_TABLE : heading.kind(), heading.title(), true);
    }

    private static Stream<LineageEdge> edge(Edge edge) {
        Optional<EdgeKind> kind = EdgeKind.labelled(edge.kind());
        Optional<AssetId> via = AssetId.parse(String.valueOf(edge.via()));
        return kind.isPresent() && via.isPresent()
                ? Stream.of(new LineageEdge(edge.source(), edge.target(), kind.get(), via.get(), edge.resolved()))
                : Stream.empty();
    }
}
