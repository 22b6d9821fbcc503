package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;

/**
 * Finds out what the caller may do without changing anything: writes are aimed at a table that does not exist, and Glue
 * looks at permissions before it looks for the table. Creating cannot be tried in this way.
 */
record PermissionProbe(
        GlueClient glue, GlueCalls calls, @Nullable String catalogId) {

    private static final String NOBODYS_TABLE = "catalogbridge_permission_probe_that_never_exists";

    List<PermissionCheck> in(String database) {
        return List.of(
                check(
                        "GetDatabases",
                        () -> glue.getDatabases(
                                request -> request.catalogId(catalogId).maxResults(1))),
                check(
                        "GetTables",
                        () -> glue.getTables(request -> request.catalogId(catalogId)
                                .databaseName(database)
                                .maxResults(1))),
                check(
                        "UpdateTable",
                        () -> glue.updateTable(request -> request.catalogId(catalogId)
                                .databaseName(database)
                                .tableInput(table -> table.name(NOBODYS_TABLE)))),
                check(
                        "BatchDeleteTable",
                        () -> glue.batchDeleteTable(request -> request.catalogId(catalogId)
                                .databaseName(database)
                                .tablesToDelete(NOBODYS_TABLE))));
    }

    private PermissionCheck check(String operation, Supplier<?> call) {
        String action = "glue:" + operation;
        try {
            calls.make(operation, Progress.NONE, call);
            return new PermissionCheck(action, true, "", "");
        } catch (GlueFailure failure) {
            Outcome.Rejected rejected = failure.rejected();
            return failure.kind() == ErrorKind.NOT_FOUND
                    ? new PermissionCheck(action, true, "", "")
                    : new PermissionCheck(action, false, rejected.message(), rejected.remedy());
        }
    }
}
