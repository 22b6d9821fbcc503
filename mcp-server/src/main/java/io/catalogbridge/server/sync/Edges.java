package io.catalogbridge.server.sync;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.rules.MappingResult;
import io.catalogbridge.server.store.CatalogIndex.Edge;
import java.util.List;
import java.util.stream.Stream;

/** The steps data takes, as the definitions state them, down to the tables in Glue. */
final class Edges {

    private Edges() {}

    static List<Edge> of(CatalogSnapshot snapshot, MappingResult mapped) {
        Stream<Edge> discovered = snapshot.assets().stream().flatMap(Edges::of);
        Stream<Edge> mappings = mapped.tables().entrySet().stream()
                .map(entry -> new Edge(entry.getKey().text(), entry.getValue().text(), "maps-to", null, true));
        return Stream.concat(discovered, mappings).distinct().toList();
    }

    private static Stream<Edge> of(Asset asset) {
        if (asset instanceof DataProcess.Flow flow) {
            return flow.transfers().stream()
                    .flatMap(transfer -> transfer.from().stream()
                            .map(from -> new Edge(
                                    from.text(),
                                    transfer.to().text(),
                                    "loads",
                                    flow.id().text(),
                                    transfer.resolved())));
        }
        return asset.sources().stream()
                .map(source -> new Edge(source.text(), asset.id().text(), "reads", null, true));
    }
}
