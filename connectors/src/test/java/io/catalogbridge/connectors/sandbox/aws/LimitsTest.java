package io.catalogbridge.connectors.sandbox.aws;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.PartitionValueList;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.ViewRepresentationInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The longest text that Glue takes, and the one that is longer. */
@TestInstance(Lifecycle.PER_CLASS)
class LimitsTest {

    private final TestingAws aws = TestingAws.start();
    private final GlueClient glue = aws.glue();

    @BeforeAll
    void createDatabase() {
        Inputs.createDatabase(glue, Inputs.DATABASE);
    }

    @AfterAll
    void stop() {
        aws.close();
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                limit("table.name", 255, text -> table -> table.name(text)),
                limit("table.description", 2048, text -> table -> table.description(text)),
                limit("table.owner", 255, text -> table -> table.owner(text)),
                limit("table.viewOriginalText", 409_600, text -> table -> table.viewOriginalText(text)),
                limit("table.viewExpandedText", 409_600, text -> table -> table.viewExpandedText(text)),
                limit("table.tableType", 255, text -> table -> table.tableType(text)),
                limit("table.parameters", 255, text -> table -> table.parameters(Map.of(text, "value"))),
                limit("table.parameters", 512_000, text -> table -> table.parameters(Map.of("key", text))),
                limit(
                        "table.storageDescriptor.location",
                        2056,
                        text -> table -> table.storageDescriptor(storage -> storage.location(text))),
                limit(
                        "table.storageDescriptor.inputFormat",
                        128,
                        text -> table -> table.storageDescriptor(storage -> storage.inputFormat(text))),
                limit(
                        "table.storageDescriptor.outputFormat",
                        128,
                        text -> table -> table.storageDescriptor(storage -> storage.outputFormat(text))),
                limit(
                        "table.storageDescriptor.serdeInfo.name",
                        255,
                        text -> table ->
                                table.storageDescriptor(storage -> storage.serdeInfo(serde -> serde.name(text)))),
                limit(
                        "table.storageDescriptor.columns.1.member.name",
                        255,
                        text -> table -> table.storageDescriptor(Inputs.storage(Inputs.column(text, "int")))),
                limit(
                        "table.storageDescriptor.columns.1.member.type",
                        131_072,
                        text -> table -> table.storageDescriptor(Inputs.storage(Inputs.column("id", text)))),
                limit(
                        "table.storageDescriptor.columns.1.member.comment",
                        255,
                        text -> table -> table.storageDescriptor(Inputs.storage(Inputs.commented(text)))),
                limit(
                        "table.storageDescriptor.columns.1.member.parameters",
                        512_000,
                        text -> table -> table.storageDescriptor(Inputs.storage(Inputs.column("id", "int").toBuilder()
                                .parameters(Map.of("key", text))
                                .build()))),
                limit(
                        "table.partitionKeys.1.member.comment",
                        255,
                        text -> table -> table.partitionKeys(Inputs.commented(text))));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void takesTextsUpToTheirLimitAndNamesThoseBeyond(String at, int limit, TableChange change) {
        try {
            assertThatCode(() -> create(change.with("x".repeat(limit)))).doesNotThrowAnyException();
        } finally {
            glue.batchDeleteTable(
                    request -> request.databaseName(Inputs.DATABASE).tablesToDelete(Inputs.TABLE, "x".repeat(255)));
        }

        assertThatThrownBy(() -> create(change.with("x".repeat(limit + 1))))
                .isInstanceOf(GlueException.class)
                .satisfies(LimitsTest::isValidation)
                .hasMessageContaining("at '" + at + "' failed to satisfy constraint")
                .hasMessageContaining("less than or equal to " + limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "two\rlines", "bell\u0007", "\uFFFE"})
    void refusesColumnCommentThatIsNotOneVisibleLine(String comment) {
        assertThatThrownBy(() -> create(table -> table.storageDescriptor(Inputs.storage(Inputs.commented(comment)))))
                .isInstanceOf(GlueException.class)
                .satisfies(LimitsTest::isValidation)
                .hasMessageContaining("columns.1.member.comment")
                .hasMessageContaining("regular expression pattern");
    }

    @Test
    void countsCharactersOutsideTheBasicPlaneOnce() {
        create(table -> table.name("emoji").storageDescriptor(Inputs.storage(Inputs.commented("💶".repeat(255)))));

        assertThat(glue.getTable(
                                request -> request.databaseName(Inputs.DATABASE).name("emoji"))
                        .table()
                        .storageDescriptor()
                        .columns()
                        .get(0)
                        .comment())
                .isEqualTo("💶".repeat(255));
    }

    @Test
    void refusesControlCharactersWhereLineBreaksAreAllowed() {
        assertThatThrownBy(() -> create(table -> table.description("a\u0000b"))).satisfies(LimitsTest::isValidation);
    }

    @Test
    void reportsEveryViolationAtOnce() {
        assertThatThrownBy(() -> create(table -> table.owner("").retention(-1)))
                .satisfies(LimitsTest::isValidation)
                .hasMessageContaining("2 validation errors detected")
                .hasMessageContaining("'table.owner' failed to satisfy constraint: Member must have length greater")
                .hasMessageContaining("'table.retention' failed to satisfy constraint: Member must have value greater");
    }

    @Test
    void refusesMissingMembersAndUnknownValues() {
        assertThatThrownBy(() -> glue.createDatabase(request -> {}))
                .satisfies(LimitsTest::isValidation)
                .hasMessageContaining("Value null at 'database' failed to satisfy constraint: Member must not be null");
        assertThatThrownBy(() -> glue.getDatabases(request -> request.resourceShareType("MINE")))
                .satisfies(LimitsTest::isValidation)
                .hasMessageContaining("enum value set: [FOREIGN, ALL, FEDERATED]");
    }

    @Test
    void limitsDatabases() {
        assertThatThrownBy(() -> create(DatabaseInput.builder().name("x".repeat(256))))
                .satisfies(LimitsTest::isValidation);
        assertThatThrownBy(() -> create(DatabaseInput.builder().name("two\nlines")))
                .satisfies(LimitsTest::isValidation);
        assertThatThrownBy(() -> create(DatabaseInput.builder().name("d").description("x".repeat(2049))))
                .satisfies(LimitsTest::isValidation);
        assertThatThrownBy(() -> create(DatabaseInput.builder().name("d").locationUri("x".repeat(1025))))
                .satisfies(LimitsTest::isValidation);
        assertThatThrownBy(() -> create(DatabaseInput.builder().name("d").parameters(Map.of("two\nlines", ""))))
                .satisfies(LimitsTest::isValidation)
                .hasMessageContaining("Map keys must satisfy constraint");
    }

    @Test
    void limitsPages() {
        Stream.<Runnable>of(
                        () -> glue.getDatabases(request -> request.maxResults(101)),
                        () -> glue.getDatabases(request -> request.maxResults(0)),
                        () -> glue.getTables(
                                request -> request.databaseName("d").maxResults(101)),
                        () -> glue.getTableVersions(request ->
                                request.databaseName("d").tableName("t").maxResults(101)),
                        () -> glue.searchTables(request -> request.maxResults(1001)),
                        () -> glue.getPartitions(request ->
                                request.databaseName("d").tableName("t").maxResults(1001)),
                        () -> glue.getJobs(request -> request.maxResults(1001)))
                .forEach(call -> assertThatThrownBy(call::run).satisfies(LimitsTest::isValidation));
    }

    @Test
    void limitsBatches() {
        List<String> names = Collections.nCopies(101, "1");
        List<PartitionInput> inputs =
                Collections.nCopies(101, PartitionInput.builder().values("1").build());
        PartitionValueList key = PartitionValueList.builder().values("1").build();
        Stream.<Runnable>of(
                        () -> glue.batchDeleteTable(
                                request -> request.databaseName("d").tablesToDelete(names)),
                        () -> glue.batchDeleteTableVersion(request ->
                                request.databaseName("d").tableName("t").versionIds(names)),
                        () -> glue.batchCreatePartition(request ->
                                request.databaseName("d").tableName("t").partitionInputList(inputs)),
                        () -> glue.batchDeletePartition(request -> request.databaseName("d")
                                .tableName("t")
                                .partitionsToDelete(Collections.nCopies(26, key))),
                        () -> glue.batchGetPartition(request -> request.databaseName("d")
                                .tableName("t")
                                .partitionsToGet(Collections.nCopies(1001, key))))
                .forEach(call -> assertThatThrownBy(call::run).satisfies(LimitsTest::isValidation));
    }

    @Test
    void limitsViewRepresentations() {
        List<ViewRepresentationInput> many = Collections.nCopies(
                11, ViewRepresentationInput.builder().dialect("ATHENA").build());

        assertThatThrownBy(() -> create(table -> table.viewDefinition(view -> view.representations(many))))
                .satisfies(LimitsTest::isValidation);
    }

    private void create(Consumer<TableInput.Builder> change) {
        Inputs.createTable(glue, change);
    }

    private void create(DatabaseInput.Builder database) {
        glue.createDatabase(request -> request.databaseInput(database.build()));
    }

    private static Arguments limit(String at, int limit, TableChange change) {
        return Arguments.of(at, limit, change);
    }

    private static void isValidation(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(GlueException.class, error -> {
            assertThat(error.statusCode()).isEqualTo(400);
            assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        });
    }

    interface TableChange {
        Consumer<TableInput.Builder> with(String text);
    }
}
