package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.DataProcess.ColumnMapping;
import io.catalogbridge.mapping.csn.Draft.DraftTransfer;
import io.catalogbridge.mapping.csn.Draft.FlowContent;
import io.catalogbridge.mapping.csn.Draft.Place;
import io.catalogbridge.mapping.csn.ProcessGraph.Operator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a transformation flow: the query of its view transforms fills the table of its target. */
final class TransformationFlowReader {

    private static final String TRANSFORM = ".viewtransform";
    private static final String TARGET = "com.sap.dwc.target";

    private TransformationFlowReader() {}

    static FlowContent read(JsonNode flow) {
        ProcessGraph graph = ProcessGraph.of(flow);
        String loadType = loadType(flow);
        List<DraftTransfer> transfers = graph.operators().entrySet().stream()
                .filter(process -> process.getValue().component().equals(TARGET))
                .map(process -> transfer(process.getValue(), graph.upstreamOf(process.getKey()), loadType))
                .flatMap(Optional::stream)
                .toList();
        return new FlowContent(AssetKind.TRANSFORMATION_FLOW, transfers);
    }

    private static @Nullable String loadType(JsonNode flow) {
        String inside = Json.text(flow.path("contents").path("metadata"), "loadType");
        return inside != null ? inside : Json.text(flow.path("metadata"), "loadType");
    }

    private static Optional<DraftTransfer> transfer(
            Operator target, List<Operator> upstream, @Nullable String loadType) {
        List<QueryTree> queries = upstream.stream()
                .filter(operator -> operator.component().endsWith(TRANSFORM))
                .map(TransformationFlowReader::query)
                .toList();
        Set<String> tables = new LinkedHashSet<>();
        queries.forEach(query -> tables.addAll(query.tables()));
        List<Place> from = tables.stream().<Place>map(Place.Inside::new).toList();
        boolean resolved = !from.isEmpty() && upstream.stream().noneMatch(Operator::isScript);
        return Optional.ofNullable(Json.text(target.config(), "name"))
                .filter(name -> !name.isEmpty())
                .map(name -> new DraftTransfer(
                        from,
                        new Place.Inside(name),
                        loadType,
                        resolved && queries.size() == 1 ? columns(target, queries.get(0), from.size() == 1) : List.of(),
                        resolved));
    }

    private static QueryTree query(Operator operator) {
        JsonNode definition = operator.config().path("definition");
        return new QueryReader(new TypeReader(definition)).read(definition.path("query"));
    }

    private static List<ColumnMapping> columns(Operator target, QueryTree query, boolean oneTable) {
        ColumnOrigins origins = new ColumnOrigins(Map.of());
        return Json.oneOrMany(target.config().path("attributeMappings")).stream()
                .map(mapping -> column(mapping, query, origins, oneTable))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ColumnMapping> column(
            JsonNode mapping, QueryTree query, ColumnOrigins origins, boolean oneTable) {
        String source = Json.text(mapping, "source");
        String target = Json.text(mapping, "target");
        return source == null || target == null
                ? Optional.empty()
                : expression(origins.of(query, source), oneTable)
                        .map(expression -> new ColumnMapping(expression, target));
    }

    /** The column, after the name of its table if there are several; for calculations, all that goes in. */
    private static Optional<String> expression(ColumnOrigin origin, boolean oneTable) {
        if (origin instanceof ColumnOrigin.Copied copied) {
            String column = String.join(".", copied.path());
            return Optional.of(oneTable ? column : copied.object() + "." + column);
        }
        if (origin instanceof ColumnOrigin.Computed computed) {
            return joined(computed.inputs(), oneTable);
        }
        return origin instanceof ColumnOrigin.Merged merged ? joined(merged.branches(), oneTable) : Optional.empty();
    }

    private static Optional<String> joined(List<ColumnOrigin> inputs, boolean oneTable) {
        List<String> parts = inputs.stream()
                .map(input -> expression(input, oneTable))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }
}
