package io.catalogbridge.connectors.sandbox.aws;

import tools.jackson.databind.node.ObjectNode;

/** Turns what a caller may say about a table into what Glue then says about it. Names of columns keep their case. */
final class TableDefinition {

    private TableDefinition() {}

    static ObjectNode created(TableAddress address, ObjectNode input, Request request) {
        return defined(address, input)
                .put("CreateTime", request.now())
                .put("UpdateTime", request.now())
                .put("CreatedBy", request.caller().arn())
                .put("VersionId", "0");
    }

    /** The input takes the place of the whole definition; only what callers cannot set is carried over. */
    static ObjectNode replaced(TableAddress address, ObjectNode current, ObjectNode input, Request request) {
        return defined(address, input)
                .put("CreateTime", current.path("CreateTime").asLong())
                .put("UpdateTime", request.now())
                .put("CreatedBy", current.path("CreatedBy").asString())
                .put("VersionId", String.valueOf(version(current) + 1));
    }

    static long version(ObjectNode table) {
        return Long.parseLong(table.path("VersionId").asString());
    }

    private static ObjectNode defined(TableAddress address, ObjectNode input) {
        ObjectNode table = input.deepCopy();
        table.put("Name", address.name());
        table.put("DatabaseName", address.database().name());
        table.put("CatalogId", address.database().catalog());
        table.put("IsRegisteredWithLakeFormation", false);
        table.put("IsMultiDialectView", table.has("ViewDefinition"));
        table.putIfAbsent("Retention", table.numberNode(0));
        if (table.get("StorageDescriptor") instanceof ObjectNode storage) {
            addDefaults(storage);
        }
        return table;
    }

    static void addDefaults(ObjectNode storage) {
        storage.putIfAbsent("Compressed", storage.booleanNode(false));
        storage.putIfAbsent("NumberOfBuckets", storage.numberNode(0));
        storage.putIfAbsent("StoredAsSubDirectories", storage.booleanNode(false));
    }
}
