package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** Small catalogs and definitions with sensible defaults. */
final class Inputs {

    static final String DATABASE = "sales";
    static final String TABLE = "orders";

    private Inputs() {}

    static void createDatabase(GlueClient glue, String name) {
        glue.createDatabase(request -> request.databaseInput(database -> database.name(name)));
    }

    static void createTable(GlueClient glue, String name) {
        createTable(glue, table -> table.name(name));
    }

    /** A table with one column, in the database {@value #DATABASE}, changed as wanted. */
    static void createTable(GlueClient glue, Consumer<TableInput.Builder> changes) {
        glue.createTable(request -> request.databaseName(DATABASE).tableInput(table(changes)));
    }

    static TableInput table(Consumer<TableInput.Builder> changes) {
        TableInput.Builder table = TableInput.builder()
                .name(TABLE)
                .tableType("EXTERNAL_TABLE")
                .storageDescriptor(storage(column("id", "bigint")));
        changes.accept(table);
        return table.build();
    }

    static StorageDescriptor storage(Column... columns) {
        return StorageDescriptor.builder()
                .columns(columns)
                .location("s3://lake/orders/")
                .build();
    }

    static Column column(String name, String type) {
        return Column.builder().name(name).type(type).build();
    }

    static Column commented(String comment) {
        return column("id", "bigint").toBuilder().comment(comment).build();
    }

    static List<String> tableNames(GlueClient glue) {
        return glue.getTablesPaginator(request -> request.databaseName(DATABASE)).stream()
                .flatMap(page -> page.tableList().stream())
                .map(Table::name)
                .toList();
    }
}
