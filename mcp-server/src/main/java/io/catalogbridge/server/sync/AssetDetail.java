package io.catalogbridge.server.sync;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.Association;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Hierarchy;
import io.catalogbridge.mapping.catalog.Lifecycle;
import io.catalogbridge.mapping.catalog.ObjectRef;
import io.catalogbridge.mapping.catalog.OtherObject;
import io.catalogbridge.mapping.catalog.Parameter;
import io.catalogbridge.mapping.catalog.Semantics;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.rules.SourceTypes;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything known about one thing as JSON with stable field names, business context first. Fields without a value are left
 * out.
 */
final class AssetDetail {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode json = JSON.createObjectNode();

    private AssetDetail() {}

    static String of(Asset asset, @Nullable String table) {
        AssetDetail detail = new AssetDetail();
        detail.head(asset, table);
        if (asset instanceof Dataset dataset) {
            detail.dataset(dataset);
        } else if (asset instanceof DataProcess process) {
            detail.process(process);
        } else if (asset instanceof OtherObject other) {
            detail.put("type", other.type());
        }
        return detail.json.toString();
    }

    static String of(Space space, @Nullable String database, long assets) {
        AssetDetail detail = new AssetDetail();
        detail.put("label", space.label()).put("description", space.description());
        detail.put("glue", database).json.put("assets", assets);
        ArrayNode connections = detail.json.putArray("connections");
        space.connections()
                .forEach(connection ->
                        connections.addObject().put("name", connection.name()).put("type", connection.type()));
        return detail.json.toString();
    }

    static String of(GlueTable table, @Nullable String asset) {
        AssetDetail detail = new AssetDetail();
        detail.put("description", table.description()).put("source", asset);
        ArrayNode columns = detail.json.putArray("columns");
        table.columns().forEach(column -> glueColumn(columns.addObject(), column));
        strings(detail.json.putObject("parameters"), table.parameters());
        return detail.json.toString();
    }

    static String of(GlueDatabase database, String space) {
        AssetDetail detail = new AssetDetail();
        detail.put("description", database.description()).put("source", space);
        detail.json.put("tables", database.tables().size());
        strings(detail.json.putObject("parameters"), database.parameters());
        return detail.json.toString();
    }

    private AssetDetail put(String field, @Nullable String value) {
        put(json, field, value);
        return this;
    }

    private void head(Asset asset, @Nullable String table) {
        put("label", asset.head().business().label());
        put("description", asset.head().business().description());
        put("usage", asset.head().business().usage().label());
        put("glue", table);
        lifecycle(asset.head().lifecycle());
        var exposure = asset.head().exposure();
        json.putObject("exposure")
                .put("external", exposure.external())
                .put("relational", exposure.relational())
                .put("analytical", exposure.analytical());
        names("accessControls", asset.head().business().accessControls());
        references("sources", asset.sources());
        references("targets", asset.targets());
    }

    private void lifecycle(Lifecycle lifecycle) {
        ObjectNode node = json.putObject("lifecycle");
        put(node, "status", lifecycle.status());
        put(node, "createdOn", lifecycle.createdOn());
        put(node, "createdBy", lifecycle.createdBy());
        put(node, "changedOn", lifecycle.changedOn());
        put(node, "changedBy", lifecycle.changedBy());
        put(node, "deployedOn", lifecycle.deployedOn());
    }

    private void dataset(Dataset dataset) {
        ArrayNode columns = json.putArray("columns");
        dataset.columns().forEach(column -> column(columns.addObject(), column));
        ArrayNode associations = json.putArray("associations");
        dataset.shape().associations().forEach(association -> association(associations.addObject(), association));
        ArrayNode hierarchies = json.putArray("hierarchies");
        dataset.shape().hierarchies().forEach(hierarchy -> hierarchy(hierarchies.addObject(), hierarchy));
        ArrayNode parameters = json.putArray("parameters");
        dataset.shape().parameters().forEach(parameter -> parameter(parameters.addObject(), parameter));
        if (dataset instanceof Dataset.View view) {
            put("definition", view.body().text());
        }
    }

    private static void column(ObjectNode node, Column column) {
        node.put("name", column.name()).put("type", SourceTypes.spelling(column.type()));
        put(node, "label", column.label());
        put(node, "description", column.description());
        if (column.key()) {
            node.put("key", true);
        }
        role(node, column.role());
        semantics(node, column.semantics());
    }

    private static void role(ObjectNode node, ColumnRole role) {
        if (role instanceof ColumnRole.Dimension) {
            node.put("role", "dimension");
        } else if (role instanceof ColumnRole.Measure measure) {
            node.put("role", "measure");
            node.put("measure", measure.kind().name().toLowerCase(Locale.ROOT));
            put(node, "aggregation", measure.aggregation());
            put(node, "formula", measure.formula());
        }
    }

    private static void semantics(ObjectNode node, Semantics semantics) {
        put(node, "currencyColumn", semantics.currencyColumn());
        put(node, "unitColumn", semantics.unitColumn());
        put(node, "textColumn", semantics.textColumn());
        if (!semantics.types().isEmpty()) {
            ArrayNode types = node.putArray("semantics");
            semantics.types().forEach(types::add);
        }
    }

    private static void association(ObjectNode node, Association association) {
        node.put("name", association.name()).put("target", association.target().text());
        ArrayNode pairs = node.putArray("on");
        association.on().forEach(pair -> pairs.add(pair.here() + " = " + pair.there()));
    }

    private static void hierarchy(ObjectNode node, Hierarchy hierarchy) {
        node.put("name", hierarchy.name());
        put(node, "label", hierarchy.label());
        if (hierarchy instanceof Hierarchy.Leveled leveled) {
            names(node, "levels", leveled.levels());
        } else if (hierarchy instanceof Hierarchy.ParentChild parentChild) {
            names(node, "parents", parentChild.parents());
            names(node, "children", parentChild.children());
        }
    }

    private static void parameter(ObjectNode node, Parameter parameter) {
        node.put("name", parameter.name()).put("type", SourceTypes.spelling(parameter.type()));
        put(node, "label", parameter.label());
        put(node, "default", parameter.defaultValue());
    }

    private void process(DataProcess process) {
        if (process instanceof DataProcess.Flow flow) {
            ArrayNode transfers = json.putArray("transfers");
            flow.transfers().forEach(transfer -> transfer(transfers.addObject(), transfer));
        } else if (process instanceof DataProcess.TaskChain chain) {
            references("runs", chain.runs());
        }
    }

    private static void transfer(ObjectNode node, DataProcess.Transfer transfer) {
        ArrayNode from = node.putArray("from");
        transfer.from().forEach(source -> from.add(source.text()));
        node.put("to", transfer.to().text()).put("resolved", transfer.resolved());
        put(node, "mode", transfer.mode());
        ArrayNode columns = node.putArray("columns");
        transfer.columns()
                .forEach(mapping ->
                        columns.addObject().put("from", mapping.expression()).put("to", mapping.target()));
    }

    private static void glueColumn(ObjectNode node, GlueColumn column) {
        node.put("name", column.name()).put("type", column.type().print());
        put(node, "comment", column.comment());
        strings(node.putObject("parameters"), column.parameters());
    }

    private void references(String field, Collection<? extends ObjectRef> references) {
        names(json, field, references.stream().map(ObjectRef::text).toList());
    }

    private void names(String field, Collection<String> names) {
        names(json, field, names);
    }

    private static void names(ObjectNode node, String field, Collection<String> names) {
        if (!names.isEmpty()) {
            ArrayNode array = node.putArray(field);
            names.forEach(array::add);
        }
    }

    private static void strings(ObjectNode node, Map<String, String> strings) {
        strings.forEach(node::put);
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            node.put(field, value);
        }
    }
}
