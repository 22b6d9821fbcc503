package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The invented object at one position of a space. Its header is cheap; its body is made when it is read. */
record GeneratedObject(long spaceSeed, int position) {

    /** Objects come in families that build on each other. */
    static final int FAMILY = 10;

    /** In the order of their names. */
    static final List<ObjectType> TYPES_BY_NAME = List.of(
            ObjectType.TASK_CHAIN,
            ObjectType.REPLICATION_FLOW,
            ObjectType.ANALYTIC_MODEL,
            ObjectType.REMOTE_TABLE,
            ObjectType.LOCAL_TABLE,
            ObjectType.VIEW);

    private static final int FIRST_VIEW = 4;
    private static final int MODEL = 7;
    private static final int REMOTE_TABLE = 8;
    private static final int FLOW = 9;
    private static final String CONNECTION = "S4_GENERATED";

    String name() {
        return prefix() + "_" + TenantGenerator.fiveDigits(position);
    }

    TenantObject tenantObject() {
        String name = name();
        return new TenantObject(
                name, type(), label(), exposure(), Inventory.standing(name, semanticUsage()), this::body);
    }

    ObjectType type() {
        int role = position % FAMILY;
        if (role < FIRST_VIEW) {
            return ObjectType.LOCAL_TABLE;
        }
        return switch (role) {
            case MODEL -> ObjectType.ANALYTIC_MODEL;
            case REMOTE_TABLE -> ObjectType.REMOTE_TABLE;
            case FLOW -> flowType();
            default -> ObjectType.VIEW;
        };
    }

    private ObjectType flowType() {
        return (position / FAMILY) % 2 == 0 ? ObjectType.REPLICATION_FLOW : ObjectType.TASK_CHAIN;
    }

    private String prefix() {
        return switch (type()) {
            case LOCAL_TABLE -> "TABLE";
            case VIEW -> "VIEW";
            case ANALYTIC_MODEL -> "MODEL";
            case REMOTE_TABLE -> "REMOTE";
            case REPLICATION_FLOW -> "LOAD";
            default -> "CHAIN";
        };
    }

    private String label() {
        return "Generated " + type().typeName() + " " + position;
    }

    private @Nullable String semanticUsage() {
        return switch (type()) {
            case LOCAL_TABLE, REMOTE_TABLE -> "RelationalDataset";
            case VIEW -> "Fact";
            case ANALYTIC_MODEL -> "AnalyticalDataset";
            default -> null;
        };
    }

    /** All models, and two views out of three. */
    private Exposure exposure() {
        return switch (type()) {
            case ANALYTIC_MODEL -> new Exposure(false, true, false);
            case VIEW -> new Exposure(position % FAMILY != FIRST_VIEW + 2, false, false);
            default -> Exposure.NONE;
        };
    }

    private ObjectNode body() {
        ObjectNode body = Json.object();
        body.putObject(type().rootKey()).set(name(), definition());
        if (type() == ObjectType.ANALYTIC_MODEL) {
            body.putObject("businessLayerDefinitions").set(name(), businessLayer());
        }
        body.putObject("version").put("csn", "1.0");
        return body;
    }

    private ObjectNode definition() {
        return switch (type()) {
            case LOCAL_TABLE -> entity("DATA_STRUCTURE", withElements(c -> true));
            case REMOTE_TABLE ->
                entity("DATA_STRUCTURE", withElements(c -> true))
                        .put("@DataWarehouse.remote.connection", CONNECTION)
                        .put("@DataWarehouse.remote.entity", "<NULL>\u007fSAPS4\u007f" + name());
            case VIEW -> view();
            case ANALYTIC_MODEL -> model();
            case REPLICATION_FLOW -> replicationFlow();
            default -> taskChain();
        };
    }

    private ObjectNode entity(String modelingPattern, ObjectNode elements) {
        ObjectNode entity = Json.object().put("kind", "entity").put("@EndUserText.label", label());
        entity.putObject("@ObjectModel.modelingPattern").put("#", modelingPattern);
        entity.set("elements", elements);
        return entity;
    }

    private ObjectNode withElements(Predicate<GeneratedColumn> chosen) {
        ObjectNode elements = Json.object();
        columns().stream().filter(chosen).forEach(column -> elements.set(column.name(), column.element()));
        return elements;
    }

    /** A view has the columns of its first table. */
    private ObjectNode view() {
        ObjectNode view = entity("ANALYTICAL_FACT", source().withElements(c -> true));
        view.put("@DataWarehouse.consumption.external", exposure().exposed());
        view.set("query", selectAll(source().name(), source().columns()));
        return view;
    }

    private ObjectNode model() {
        ObjectNode elements = Json.object();
        for (GeneratedColumn column : source().columns()) {
            ObjectNode element = elements.putObject(column.name()).put("@EndUserText.label", column.label());
            if (column.aspect().isMeasure()) {
                element.putObject("@AnalyticsDetails.measureType").put("#", "BASE");
                element.putObject("@Aggregation.default").put("#", "SUM");
            }
        }
        ObjectNode model = entity("ANALYTICAL_CUBE", elements);
        model.putObject("@DataWarehouse.editorType").put("#", "DWCQueryModelEditor");
        model.set("query", selectAll(source().name(), source().columns()));
        return model;
    }

    private ObjectNode businessLayer() {
        ObjectNode layer = Json.object().put("text", label());
        layer.putObject("identifier").put("key", name());
        layer.putObject("sourceModel")
                .putObject("factSources")
                .putObject("0")
                .put("text", source().label())
                .putObject("dataEntity")
                .put("key", source().name());
        ObjectNode attributes = layer.putObject("attributes");
        ObjectNode measures = layer.putObject("measures");
        for (GeneratedColumn column : source().columns()) {
            if (column.aspect().isMeasure()) {
                measures.putObject(column.name())
                        .put("measureType", "AnalyticModelMeasureType.FactSourceMeasure")
                        .put("sourceKey", "0")
                        .put("key", column.name())
                        .put("text", column.label());
            } else {
                attributes
                        .putObject(column.name())
                        .put("attributeType", "AnalyticModelAttributeType.FactSourceAttribute")
                        .put("text", column.label())
                        .putObject("attributeMapping")
                        .putObject("0")
                        .put("key", column.name());
            }
        }
        layer.putObject("variables");
        return layer.put("version", "1.3.6");
    }

    private ObjectNode replicationFlow() {
        ObjectNode flow = Json.object().put("kind", "sap.dis.replicationflow").put("@EndUserText.label", label());
        ObjectNode contents = flow.putObject("contents").put("description", label());
        contents.putArray("sourceSystem")
                .addObject()
                .put("connectionId", CONNECTION)
                .put("connectionType", "ABAP")
                .put("container", "/CDS");
        contents.putArray("targetSystem").addObject().put("connectionId", "$DWC");
        ObjectNode task = contents.putArray("replicationTasks")
                .addObject()
                .put("name", "task1")
                .put("loadType", "INITIAL");
        task.putObject("sourceObject").put("name", "SOURCE_" + position);
        task.putObject("targetObject").put("name", inFamily(0).name());
        return flow;
    }

    private ObjectNode taskChain() {
        ObjectNode chain = Json.object().put("kind", "sap.dwc.taskChain").put("@EndUserText.label", label());
        ArrayNode nodes = chain.putArray("nodes");
        nodes.addObject().put("id", 0).put("type", "START");
        nodes.addObject()
                .put("id", 1)
                .put("type", "TASK")
                .putObject("taskIdentifier")
                .put("applicationId", "VIEWS")
                .put("activity", "PERSIST")
                .put("objectId", inFamily(FIRST_VIEW).name());
        ObjectNode link = chain.putArray("links").addObject();
        link.putObject("startNode").put("nodeId", 0).put("statusRequired", "ANY");
        link.putObject("endNode").put("nodeId", 1);
        return chain.put("schemaVersion", 2);
    }

    /** Views read a table of their family, the model reads a view of its family. */
    private GeneratedObject source() {
        return type() == ObjectType.ANALYTIC_MODEL ? inFamily(FIRST_VIEW) : inFamily(position % FAMILY - FIRST_VIEW);
    }

    private GeneratedObject inFamily(int role) {
        return new GeneratedObject(spaceSeed, position / FAMILY * FAMILY + role);
    }

    private List<GeneratedColumn> columns() {
        return type() == ObjectType.VIEW
                ? source().columns()
                : GeneratedColumn.columns(new SplittableRandom(spaceSeed * 31 + position));
    }

    private static ObjectNode selectAll(String table, List<GeneratedColumn> columns) {
        ObjectNode query = Json.object();
        ObjectNode select = query.putObject("SELECT");
        select.putObject("from").put("as", table).putArray("ref").add(table);
        ArrayNode selected = select.putArray("columns");
        columns.forEach(column -> selected.addObject()
                .put("as", column.name())
                .putArray("ref")
                .add(table)
                .add(column.name()));
        return query;
    }
}
