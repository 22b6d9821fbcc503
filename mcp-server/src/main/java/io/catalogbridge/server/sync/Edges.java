package io.catalogbridge.server.sync;

import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.lineage.LineageEdge;
import io.catalogbridge.mapping.lineage.LineageGraph;
import io.catalogbridge.mapping.rules.MappingResult;
import io.catalogbridge.server.store.CatalogIndex.Edge;
import java.util.List;

/** The steps data takes, as the store keeps them. */
final class Edges {

    private Edges() {}

    static List<Edge> of(CatalogSnapshot snapshot, MappingResult mapped) {
        return LineageGraph.of(snapshot, mapped.tables()).edges().stream()
                .map(Edges::stored)
                .toList();
    }

    private static Edge stored(LineageEdge edge) {
        return new Edge(edge.from(), edge.to(), edge.kind().label(), edge.via().text(), edge.resolved());
    }
}
