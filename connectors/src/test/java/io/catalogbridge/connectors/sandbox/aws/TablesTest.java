package io.catalogbridge.connectors.sandbox.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.BatchDeleteTableResponse;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Order;
import software.amazon.awssdk.services.glue.model.ResourceNumberLimitExceededException;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableAttributes;
import software.amazon.awssdk.services.glue.model.ViewRepresentationInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TablesTest {

    private final TestingAws aws =
            TestingAws.start(TestingAws.SETTINGS.withQuotas(GlueQuotas.DEFAULTS.withTablesPerDatabase(250)));
    private final GlueClient glue = aws.glue();

    @BeforeEach
    void createDatabase() {
        Inputs.createDatabase(glue, Inputs.DATABASE);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void returnsEveryFieldThatWasSet() {
        Column column = Column.builder()
                .name("NetAmount")
                .type("decimal(15,2)")
                .comment("Net amount – “Nettobetrag” 💶")
                .parameters(Map.of("catalogbridge.label", "Net amount"))
                .build();
        Inputs.createTable(
                glue,
                table -> table.description("Orders\r\nof today")
                        .owner("data platform")
                        .lastAccessTime(Instant.ofEpochSecond(1_700_000_000))
                        .retention(7)
                        .storageDescriptor(storage -> storage.columns(column)
                                .location("s3://lake/orders/")
                                .inputFormat("parquet in")
                                .outputFormat("parquet out")
                                .compressed(true)
                                .numberOfBuckets(3)
                                .serdeInfo(serde ->
                                        serde.serializationLibrary("serde").parameters(Map.of("k", "v")))
                                .bucketColumns("NetAmount")
                                .sortColumns(Order.builder()
                                        .column("NetAmount")
                                        .sortOrder(1)
                                        .build())
                                .parameters(Map.of("s", "d"))
                                .skewedInfo(skew -> skew.skewedColumnNames("NetAmount"))
                                .storedAsSubDirectories(true))
                        .partitionKeys(Inputs.column("day", "date"))
                        .viewOriginalText("select 1")
                        .viewExpandedText("select 1 from dual")
                        .parameters(Map.of("classification", "parquet"))
                        .targetTable(target -> target.databaseName("other").name("orders")));

        Table table = table();

        assertThat(table.storageDescriptor().columns()).containsExactly(column);
        assertThat(table.storageDescriptor().serdeInfo().parameters()).containsEntry("k", "v");
        assertThat(table.storageDescriptor().sortColumns().get(0).sortOrder()).isEqualTo(1);
        assertThat(table.storageDescriptor().compressed()).isTrue();
        assertThat(table.storageDescriptor().skewedInfo().skewedColumnNames()).containsExactly("NetAmount");
        assertThat(table.description()).isEqualTo("Orders\r\nof today");
        assertThat(table.owner()).isEqualTo("data platform");
        assertThat(table.lastAccessTime()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(table.retention()).isEqualTo(7);
        assertThat(table.partitionKeys()).containsExactly(Inputs.column("day", "date"));
        assertThat(table.viewExpandedText()).isEqualTo("select 1 from dual");
        assertThat(table.parameters()).containsExactly(Map.entry("classification", "parquet"));
        assertThat(table.targetTable().databaseName()).isEqualTo("other");
    }

    @Test
    void addsReadOnlyFields() {
        Inputs.createTable(glue, "Orders");

        assertThat(table()).satisfies(table -> {
            assertThat(table.name()).isEqualTo("orders");
            assertThat(table.databaseName()).isEqualTo(Inputs.DATABASE);
            assertThat(table.versionId()).isEqualTo("0");
            assertThat(table.catalogId()).isEqualTo("123456789012");
            assertThat(table.createdBy()).isEqualTo("arn:aws:iam::123456789012:user/sandbox");
            assertThat(table.createTime()).isNotNull().isEqualTo(table.updateTime());
            assertThat(table.isRegisteredWithLakeFormation()).isFalse();
            assertThat(table.isMultiDialectView()).isFalse();
        });
    }

    @Test
    void showsTheSameInTheListAsAlone() {
        Inputs.createTable(glue, "orders");

        assertThat(glue.getTables(request -> request.databaseName(Inputs.DATABASE))
                        .tableList())
                .containsExactly(table());
    }

    @Test
    void refusesTableThatExistsAndDatabaseThatDoesNot() {
        Inputs.createTable(glue, "orders");

        assertThatThrownBy(() -> Inputs.createTable(glue, "ORDERS"))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Table already exists.");
        assertThatThrownBy(() -> glue.createTable(
                        request -> request.databaseName("nowhere").tableInput(Inputs.table(table -> {}))))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Database nowhere not found.");
        assertThatThrownBy(() -> glue.createTable(request -> request.databaseName(Inputs.DATABASE)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesMoreTablesThanTheQuota() {
        IntStream.range(0, 250).forEach(number -> Inputs.createTable(glue, "t_" + number));

        assertThatThrownBy(() -> Inputs.createTable(glue, "one_more"))
                .isInstanceOf(ResourceNumberLimitExceededException.class);
    }

    @Test
    void updateReplacesTheWholeDefinition() {
        Inputs.createTable(glue, table -> table.description("old").owner("me").parameters(Map.of("a", "1")));
        Table before = table();

        glue.updateTable(request -> request.databaseName(Inputs.DATABASE)
                .tableInput(table -> table.name("orders").parameters(Map.of("b", "2"))));

        Table after = table();
        assertThat(after.description()).isNull();
        assertThat(after.owner()).isNull();
        assertThat(after.storageDescriptor()).isNull();
        assertThat(after.tableType()).isNull();
        assertThat(after.parameters()).containsExactly(Map.entry("b", "2"));
        assertThat(after.versionId()).isEqualTo("1");
        assertThat(after.createTime()).isEqualTo(before.createTime());
        assertThat(after.createdBy()).isEqualTo(before.createdBy());
    }

    @Test
    void refusesUpdateOfAStaleVersionAndChangesNothing() {
        Inputs.createTable(glue, table -> {});
        update("first", "0");

        assertThatThrownBy(() -> update("second", "0"))
                .isInstanceOf(ConcurrentModificationException.class)
                .hasMessageContaining("Update table failed due to concurrent modifications.");
        assertThat(table().description()).isEqualTo("first");
        assertThat(table().versionId()).isEqualTo("1");
    }

    @Test
    void lastWriterWinsWithoutAVersion() {
        Inputs.createTable(glue, table -> {});

        Stream.of("first", "second")
                .forEach(text -> glue.updateTable(request -> request.databaseName(Inputs.DATABASE)
                        .tableInput(Inputs.table(table -> table.description(text)))));

        assertThat(table().description()).isEqualTo("second");
        assertThat(table().versionId()).isEqualTo("2");
    }

    @Test
    void refusesUpdateOfWhatDoesNotExistAndRename() {
        assertThatThrownBy(() -> update("text", "0")).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> glue.updateTable(request -> request.databaseName(Inputs.DATABASE)
                        .name("orders")
                        .tableInput(Inputs.table(table -> table.name("other")))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rename");
    }

    @Test
    void deletesTable() {
        Inputs.createTable(glue, "orders");

        glue.deleteTable(request -> request.databaseName(Inputs.DATABASE).name("Orders"));

        assertThatThrownBy(this::table)
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Table orders not found.");
        assertThatThrownBy(() -> glue.deleteTable(
                        request -> request.databaseName(Inputs.DATABASE).name("orders")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void batchDeleteReportsEachTableThatItCouldNotDelete() {
        Inputs.createTable(glue, "a");
        Inputs.createTable(glue, "b");

        BatchDeleteTableResponse response = glue.batchDeleteTable(
                request -> request.databaseName(Inputs.DATABASE).tablesToDelete("a", "missing", "b"));

        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.tableName()).isEqualTo("missing");
            assertThat(error.errorDetail().errorCode()).isEqualTo("EntityNotFoundException");
        });
        assertThat(Inputs.tableNames(glue)).isEmpty();
    }

    @Test
    void batchDeleteInAMissingDatabaseFailsAsAWhole() {
        assertThatThrownBy(() -> glue.batchDeleteTable(
                        request -> request.databaseName("nowhere").tablesToDelete("a")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void filtersNamesByRegularExpressionAcrossPages() {
        Stream.of("orders", "order_items", "customers", "cities").forEach(name -> Inputs.createTable(glue, name));

        assertThat(names("orders|customers")).containsExactly("customers", "orders");
        assertThat(names("ORDER.*")).containsExactly("order_items", "orders");
        assertThat(names("order")).isEmpty();
        assertThatThrownBy(() -> names("(")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void returnsOnlyTheAttributesAskedFor() {
        Inputs.createTable(glue, "orders");

        Table table = glue.getTables(request -> request.databaseName(Inputs.DATABASE)
                        .attributesToGet(TableAttributes.NAME, TableAttributes.TABLE_TYPE))
                .tableList()
                .get(0);

        assertThat(table)
                .isEqualTo(Table.builder()
                        .name("orders")
                        .tableType("EXTERNAL_TABLE")
                        .build());
        assertThatThrownBy(() -> glue.getTables(
                        request -> request.databaseName(Inputs.DATABASE).attributesToGet(TableAttributes.TABLE_TYPE)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void tokenStaysGoodWhileTablesComeAndGo() {
        IntStream.range(0, 10).forEach(number -> Inputs.createTable(glue, "t" + number));
        GetTablesResponse first =
                glue.getTables(request -> request.databaseName(Inputs.DATABASE).maxResults(5));
        glue.batchDeleteTable(request -> request.databaseName(Inputs.DATABASE).tablesToDelete("t0", "t4", "t7"));
        Inputs.createTable(glue, "t4a");

        GetTablesResponse second = glue.getTables(
                request -> request.databaseName(Inputs.DATABASE).maxResults(5).nextToken(first.nextToken()));

        assertThat(second.tableList()).extracting(Table::name).containsExactly("t4a", "t5", "t6", "t8", "t9");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void keepsViewDefinitionAndMarksTheView() {
        Inputs.createTable(
                glue,
                table -> table.viewDefinition(view -> view.isProtected(true)
                        .representations(List.of(ViewRepresentationInput.builder()
                                .dialect("ATHENA")
                                .dialectVersion("3")
                                .viewOriginalText("select 1")
                                .build()))));

        assertThat(table().isMultiDialectView()).isTrue();
        assertThat(table().viewDefinition().representations().get(0).viewOriginalText())
                .isEqualTo("select 1");
    }

    private void update(String description, String version) {
        glue.updateTable(request -> request.databaseName(Inputs.DATABASE)
                .versionId(version)
                .tableInput(Inputs.table(table -> table.description(description))));
    }

    private Table table() {
        return glue.getTable(request -> request.databaseName(Inputs.DATABASE).name("ORDERS"))
                .table();
    }

    private List<String> names(String expression) {
        return glue
                .getTables(request -> request.databaseName(Inputs.DATABASE).expression(expression))
                .tableList()
                .stream()
                .map(Table::name)
                .toList();
    }
}
