package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of objects that a space lists, with the path segment, the type name and the root key of their answers. */
public enum ObjectType {
    LOCAL_TABLE("localtables", "LocalTable", "definitions"),
    REMOTE_TABLE("remotetables", "RemoteTable", "definitions"),
    VIEW("views", "View", "definitions"),
    ANALYTIC_MODEL("analyticmodels", "AnalyticModel", "definitions"),
    DATA_FLOW("dataflows", "DataFlow", "dataflows"),
    REPLICATION_FLOW("replicationflows", "ReplicationFlow", "replicationflows"),
    TRANSFORMATION_FLOW("transformationflows", "TransformationFlow", "transformationflows"),
    TASK_CHAIN("taskchains", "TaskChain", "taskchains"),
    DATA_ACCESS_CONTROL("dataaccesscontrols", "DataAccessControl", "definitions"),
    INTELLIGENT_LOOKUP("intelligentlookups", "IntelligentLookup", "definitions"),
    ER_MODEL("ermodels", "ERModel", "definitions"),
    BUSINESS_ENTITY("businessentities", "BusinessEntity", "definitions"),
    FACT_MODEL("factmodels", "FactModel", "definitions"),
    CONSUMPTION_MODEL("consumptionmodels", "ConsumptionModel", "definitions");

    private final String segment;
    private final String typeName;
    private final String rootKey;

    ObjectType(String segment, String typeName, String rootKey) {
        this.segment = segment;
        this.typeName = typeName;
        this.rootKey = rootKey;
    }

    /** The path segment below a space, such as {@code localtables}. */
    public String segment() {
        return segment;
    }

    /** The value of {@code type} in an object list, such as {@code LocalTable}. */
    public String typeName() {
        return typeName;
    }

    /** The root property that holds objects of this type in exports and object reads. */
    public String rootKey() {
        return rootKey;
    }

    boolean isFlow() {
        return !rootKey.equals("definitions");
    }

    static Optional<ObjectType> ofSegment(String segment) {
        return Arrays.stream(values())
                .filter(type -> type.segment.equals(segment))
                .findFirst();
    }

    static Optional<ObjectType> ofFlowRoot(String rootKey) {
        return Arrays.stream(values())
                .filter(type -> type.isFlow() && type.rootKey.equals(rootKey))
                .findFirst();
    }
}
