package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.DataProcess.ColumnMapping;
import io.catalogbridge.mapping.catalog.ExternalObject;
import io.catalogbridge.mapping.csn.Draft.DraftTransfer;
import io.catalogbridge.mapping.csn.Draft.FlowContent;
import io.catalogbridge.mapping.csn.Draft.Place;
import io.catalogbridge.mapping.csn.ProcessGraph.Operator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads a data flow: one transfer for each producer, from all consumers whose rows reach it. Columns are known where one
 * consumer feeds the producer directly or through projections; a script on the way hides what becomes of the rows.
 */
final class DataFlowReader {

    private DataFlowReader() {}

    static FlowContent read(JsonNode flow) {
        ProcessGraph graph = ProcessGraph.of(flow);
        List<DraftTransfer> transfers = graph.operators().entrySet().stream()
                .filter(process -> process.getValue().isProducer())
                .map(process -> transfer(process.getValue(), graph.upstreamOf(process.getKey())))
                .flatMap(Optional::stream)
                .toList();
        return new FlowContent(AssetKind.DATA_FLOW, transfers);
    }

    private static Optional<DraftTransfer> transfer(Operator producer, List<Operator> upstream) {
        List<Place> from = upstream.stream()
                .filter(Operator::isConsumer)
                .map(DataFlowReader::place)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        boolean resolved = upstream.stream().noneMatch(Operator::isScript);
        return place(producer)
                .map(to -> new DraftTransfer(
                        from,
                        to,
                        Json.text(producer.config(), "mode"),
                        resolved ? columns(producer, upstream) : List.of(),
                        resolved));
    }

    /** {@code $DWC} is the own space; any other connection leads out of the tenant. */
    private static Optional<Place> place(Operator operator) {
        JsonNode config = operator.config();
        String connection = Json.textOrEmpty(config.path("hanaConnection").path("connectionID"));
        Optional<String> object = Stream.of("dwcEntity", "qualifiedName", "remoteObjectName")
                .map(property -> Json.text(config, property))
                .filter(Objects::nonNull)
                .filter(name -> !name.isEmpty())
                .findFirst();
        boolean inside = connection.isEmpty() || connection.equals("$DWC");
        return object.map(
                name -> inside ? new Place.Inside(name) : new Place.Outside(new ExternalObject(connection, name)));
    }

    private static List<ColumnMapping> columns(Operator producer, List<Operator> upstream) {
        boolean oneInput = upstream.stream().filter(Operator::isConsumer).count() == 1;
        List<Operator> between = upstream.stream()
                .filter(operator -> !operator.isConsumer() && !operator.isProducer())
                .toList();
        if (!oneInput || !between.stream().allMatch(Operator::isProjection)) {
            return List.of();
        }
        List<ColumnMapping> columns = mappings(producer);
        for (Operator projection : between) {
            columns = through(projection, columns);
        }
        return columns;
    }

    private static List<ColumnMapping> mappings(Operator operator) {
        return Json.oneOrMany(operator.config().path("attributeMappings")).stream()
                .map(DataFlowReader::mapping)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ColumnMapping> mapping(JsonNode node) {
        String expression = Json.text(node, "expression");
        String source = expression != null ? expression : Json.text(node, "source");
        String target = Json.text(node, "target");
        return source == null || target == null
                ? Optional.empty()
                : Optional.of(new ColumnMapping(unquoted(source), target));
    }

    /** A mapping behind a projection, told in terms of what goes into the projection. */
    private static List<ColumnMapping> through(Operator projection, List<ColumnMapping> behind) {
        Map<String, String> inside = mappings(projection).stream()
                .collect(Collectors.toMap(ColumnMapping::target, ColumnMapping::expression, (one, other) -> one));
        return inside.isEmpty()
                ? behind
                : behind.stream()
                        .filter(mapping -> inside.containsKey(mapping.expression()))
                        .map(mapping ->
                                new ColumnMapping(inside.getOrDefault(mapping.expression(), ""), mapping.target()))
                        .toList();
    }

    /** {@code "NAME"} in quotes is the column NAME; anything longer stays an expression. */
    private static String unquoted(String expression) {
        boolean quoted = expression.length() > 2
                && expression.startsWith("\"")
                && expression.indexOf('"', 1) == expression.length() - 1;
        return quoted ? expression.substring(1, expression.length() - 1) : expression;
    }
}
