package io.catalogbridge.server.store;

import io.catalogbridge.server.store.CatalogIndex.Edge;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Steps of lineage as rows of one environment. */
record EdgeRows(Handle handle, String environment) {

    static final RowMapper<Edge> EDGE = (row, context) -> new Edge(
            row.getString("source"),
            row.getString("target"),
            row.getString("kind"),
            row.getString("via"),
            row.getBoolean("resolved"));

    /**
     * Writes what differs.
     *
     * @param authoritative whether edges that are not among these are gone; else only those into the same targets are
     */
    void replace(Collection<Edge> edges, boolean authoritative) {
        Map<Edge, Long> present = present();
        Set<Edge> wanted = new HashSet<>(edges);
        Set<String> targets =
                authoritative ? Set.of() : edges.stream().map(Edge::target).collect(Collectors.toSet());
        Rows.delete(
                handle,
                "edge",
                present.entrySet().stream()
                        .filter(each -> !wanted.contains(each.getKey()))
                        .filter(each ->
                                authoritative || targets.contains(each.getKey().target()))
                        .map(Map.Entry::getValue)
                        .toList());
        wanted.removeAll(present.keySet());
        insert(wanted);
    }

    private Map<Edge, Long> present() {
        Map<Edge, Long> present = new HashMap<>();
        handle.createQuery("select rowid, * from edge where environment = :environment")
                .bind("environment", environment)
                .map((row, context) -> Map.entry(EDGE.map(row, context), row.getLong("rowid")))
                .forEach(each -> present.put(each.getKey(), each.getValue()));
        return present;
    }

    private void insert(Collection<Edge> edges) {
        if (edges.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into edge (environment, source, target, kind, via, resolved)
                values (:environment, :source, :target, :kind, :via, :resolved)""")) {
            edges.forEach(edge -> batch.bind("environment", environment)
                    .bind("source", edge.source())
                    .bind("target", edge.target())
                    .bind("kind", edge.kind())
                    .bind("via", edge.via())
                    .bind("resolved", edge.resolved())
                    .add());
            batch.execute();
        }
    }
}
