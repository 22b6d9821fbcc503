package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.mapping.catalog.AssetKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of object that core REST lists, by their path segment. */
enum ObjectSegment {
    LOCAL_TABLES("localtables", AssetKind.LOCAL_TABLE, "LocalTable"),
    REMOTE_TABLES("remotetables", AssetKind.REMOTE_TABLE, "RemoteTable"),
    ANALYTIC_MODELS("analyticmodels", AssetKind.ANALYTIC_MODEL, "AnalyticModel"),
    VIEWS("views", AssetKind.VIEW, "View"),
    DATA_FLOWS("dataflows", AssetKind.DATA_FLOW, "DataFlow"),
    REPLICATION_FLOWS("replicationflows", AssetKind.REPLICATION_FLOW, "ReplicationFlow"),
    TRANSFORMATION_FLOWS("transformationflows", AssetKind.TRANSFORMATION_FLOW, "TransformationFlow"),
    TASK_CHAINS("taskchains", AssetKind.TASK_CHAIN, "TaskChain"),
    DATA_ACCESS_CONTROLS("dataaccesscontrols", AssetKind.OTHER, "DataAccessControl"),
    ER_MODELS("ermodels", AssetKind.OTHER, "ERModel"),
    INTELLIGENT_LOOKUPS("intelligentlookups", AssetKind.OTHER, "IntelligentLookup"),
    BUSINESS_ENTITIES("businessentities", AssetKind.OTHER, "BusinessEntity"),
    FACT_MODELS("factmodels", AssetKind.OTHER, "FactModel"),
    CONSUMPTION_MODELS("consumptionmodels", AssetKind.OTHER, "ConsumptionModel"),
    CONTEXTS("contexts", AssetKind.OTHER, "Context"),
    TYPES("types", AssetKind.OTHER, "Type"),
    SERVICES("services", AssetKind.OTHER, "Service"),
    ONTOLOGIES("ontologies", AssetKind.OTHER, "Ontology");

    private static final List<ObjectSegment> REQUIRED =
            Arrays.stream(values()).filter(ObjectSegment::hasDefinition).toList();
    private static final List<ObjectSegment> OPTIONAL =
            Arrays.stream(values()).filter(segment -> !segment.hasDefinition()).toList();

    private final String path;
    private final AssetKind kind;
    private final String type;

    ObjectSegment(String path, AssetKind kind, String type) {
        this.path = path;
        this.kind = kind;
        this.type = type;
    }

    String path() {
        return path;
    }

    AssetKind kind() {
        return kind;
    }

    /** The type as the lists spell it. */
    String type() {
        return type;
    }

    /** False for types of which we only want to know what exists. */
    boolean hasDefinition() {
        return kind != AssetKind.OTHER;
    }

    /** Where else the object may be: the catalog cannot tell views and analytic models apart for sure. */
    Optional<ObjectSegment> sibling() {
        return switch (this) {
            case VIEWS -> Optional.of(ANALYTIC_MODELS);
            case ANALYTIC_MODELS -> Optional.of(VIEWS);
            default -> Optional.empty();
        };
    }

    /** Types that every tenant serves and whose objects become something. */
    static List<ObjectSegment> required() {
        return REQUIRED;
    }

    /** Types that a tenant may not know. */
    static List<ObjectSegment> optional() {
        return OPTIONAL;
    }
}
