package io.catalogbridge.mapping.lineage;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.catalog.DataProcess.Transfer;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.ObjectRef;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.glue.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads nodes and edges out of a snapshot. Not safe for use by several threads. */
final class Derivation {

    private final Map<String, LineageNode> nodes = new HashMap<>();
    private final SortedSet<LineageEdge> edges = new TreeSet<>();

    Derivation(CatalogSnapshot snapshot, Map<AssetId, TableName> tables) {
        snapshot.assets().forEach(this::addNode);
        snapshot.assets().forEach(this::addEdges);
        tables.forEach(this::addTable);
    }

    Map<String, LineageNode> nodes() {
        return nodes;
    }

    SortedSet<LineageEdge> edges() {
        return edges;
    }

    private void addNode(Asset asset) {
        String id = asset.id().text();
        nodes.put(id, new LineageNode(id, asset.kind().label(), asset.head().title(), true));
    }

    private void addEdges(Asset asset) {
        if (asset instanceof Dataset dataset) {
            addReads(dataset);
        } else if (asset instanceof DataProcess.Flow flow) {
            flow.transfers().forEach(transfer -> addLoads(flow, transfer));
        } else if (asset instanceof DataProcess.TaskChain chain) {
            chain.runs().forEach(run -> addEdge(chain.id(), run, EdgeKind.RUNS, chain.id(), true));
        }
    }

    private void addReads(Dataset dataset) {
        boolean resolved = !(dataset instanceof Dataset.View view && view.body() instanceof ViewBody.SqlWithoutQuery);
        dataset.sources().forEach(source -> addEdge(source, dataset.id(), EdgeKind.READS, dataset.id(), resolved));
    }

    /** Pipe by pipe, so that the source of one is not taken for the source of another. A pipe without a source starts at the flow. */
    private void addLoads(DataProcess.Flow flow, Transfer transfer) {
        if (transfer.from().isEmpty()) {
            addEdge(flow.id(), transfer.to(), EdgeKind.LOADS, flow.id(), transfer.resolved());
        }
        transfer.from().forEach(from -> addEdge(from, transfer.to(), EdgeKind.LOADS, flow.id(), transfer.resolved()));
    }

    private void addTable(AssetId asset, TableName table) {
        LineageNode node = new LineageNode(table.text(), LineageNode.GLUE_TABLE, table.table(), true);
        nodes.put(node.id(), node);
        edges.add(new LineageEdge(node(asset).id(), node.id(), EdgeKind.MAPS_TO, asset, true));
    }

    private void addEdge(ObjectRef from, ObjectRef to, EdgeKind kind, AssetId via, boolean resolved) {
        edges.add(new LineageEdge(node(from).id(), node(to).id(), kind, via, resolved));
    }

    private LineageNode node(ObjectRef object) {
        return nodes.computeIfAbsent(object.text(), LineageNode::referred);
    }
}
