package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequestEntry;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionError;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.PartitionValueList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PartitionsTest {

    private final TestingAws aws = TestingAws.start();
    private final GlueClient glue = aws.glue();

    @BeforeEach
    void createTable() {
        Inputs.createDatabase(glue, Inputs.DATABASE);
        Inputs.createTable(
                glue, table -> table.partitionKeys(Inputs.column("year", "int"), Inputs.column("region", "string")));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void returnsWhatWasCreated() {
        glue.createPartition(request -> request.databaseName(Inputs.DATABASE)
                .tableName(Inputs.TABLE)
                .partitionInput(input -> input.values("2026", "EU / \"north\"")
                        .parameters(Map.of("rows", "7"))
                        .storageDescriptor(Inputs.storage(Inputs.column("id", "bigint")))));

        Partition partition = partition("2026", "EU / \"north\"");

        assertThat(partition.values()).containsExactly("2026", "EU / \"north\"");
        assertThat(partition.parameters()).containsEntry("rows", "7");
        assertThat(partition.storageDescriptor().columns()).hasSize(1);
        assertThat(partition.databaseName()).isEqualTo(Inputs.DATABASE);
        assertThat(partition.tableName()).isEqualTo(Inputs.TABLE);
        assertThat(partition.creationTime()).isNotNull();
    }

    @Test
    void refusesPartitionThatExistsAndValuesThatDoNotFitTheKeys() {
        create("2026", "EU");

        assertThatThrownBy(() -> create("2026", "EU"))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Partition already exists.");
        assertThatThrownBy(() -> create("2026"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("number of partition keys do not match");
        assertThatThrownBy(() -> partition("2027", "EU")).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void updateReplacesAndMayMove() {
        create("2026", "EU");
        create("2026", "US");

        update(
                List.of("2026", "EU"),
                PartitionInput.builder().values("2027", "EU").parameters(Map.of("a", "b")));

        assertThat(partition("2027", "EU").parameters()).containsEntry("a", "b");
        assertThatThrownBy(() -> partition("2026", "EU")).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() ->
                        update(List.of("2027", "EU"), PartitionInput.builder().values("2026", "US")))
                .isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void deletesOneAndAllWithTheirTable() {
        create("2026", "EU");
        create("2026", "US");

        glue.deletePartition(request ->
                request.databaseName(Inputs.DATABASE).tableName(Inputs.TABLE).partitionValues("2026", "EU"));
        assertThat(regions("")).containsExactly("2026-US");

        glue.deleteTable(request -> request.databaseName(Inputs.DATABASE).name(Inputs.TABLE));
        Inputs.createTable(glue, Inputs.TABLE);
        assertThat(regions("")).isEmpty();
    }

    @Test
    void batchesReportWhatFailedAndDoTheRest() {
        create("2026", "EU");

        List<PartitionError> errors = glue.batchCreatePartition(request -> request.databaseName(Inputs.DATABASE)
                        .tableName(Inputs.TABLE)
                        .partitionInputList(input("2026", "EU"), input("2026", "US"), input("2026")))
                .errors();

        assertThat(errors)
                .extracting(error -> error.errorDetail().errorCode())
                .containsExactly("AlreadyExistsException", "InvalidInputException");
        assertThat(regions("")).containsExactly("2026-EU", "2026-US");
    }

    @Test
    void batchGetLeavesOutWhatIsMissing() {
        create("2026", "EU");

        var response = glue.batchGetPartition(request -> request.databaseName(Inputs.DATABASE)
                .tableName(Inputs.TABLE)
                .partitionsToGet(key("2026", "EU"), key("1999", "EU")));

        assertThat(response.partitions()).hasSize(1);
        assertThat(response.unprocessedKeys()).isEmpty();
    }

    @Test
    void batchUpdateAndDeleteReportWhatIsMissing() {
        create("2026", "EU");

        var updated = glue.batchUpdatePartition(request -> request.databaseName(Inputs.DATABASE)
                .tableName(Inputs.TABLE)
                .entries(List.of(BatchUpdatePartitionRequestEntry.builder()
                        .partitionValueList("1999", "EU")
                        .partitionInput(input("1999", "EU"))
                        .build())));
        var deleted = glue.batchDeletePartition(request -> request.databaseName(Inputs.DATABASE)
                .tableName(Inputs.TABLE)
                .partitionsToDelete(key("2026", "EU"), key("1999", "EU")));

        assertThat(updated.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.partitionValueList()).containsExactly("1999", "EU"));
        assertThat(deleted.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.partitionValues()).containsExactly("1999", "EU"));
        assertThat(regions("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year = 2026 | 2026-EU 2026-US",
                "year > '2025' AND region <> 'US' | 2026-EU",
                "year < 1000 | 999-EU",
                "(year = 999 or year = 2025) and not region = 'US' | 2025-EU 999-EU",
                "year between 2025 and 2026 and \"region\" in ('US', 'X') | 2026-US",
                "region like '_U' and year != 999 | 2025-EU 2026-EU",
                "region not in ('EU') | 2026-US",
                "region is null | ",
                "region is not null and year >= 2026 | 2026-EU 2026-US",
                "REGION = 'it''s' | "
            })
    void filtersByExpression(String expression, String expected) {
        Stream.of(List.of("2026", "EU"), List.of("2026", "US"), List.of("2025", "EU"), List.of("999", "EU"))
                .forEach(values -> create(values.toArray(String[]::new)));

        assertThat(String.join(" ", regions(expression))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"colour = 1", "year =", "year = 'x'", "year ~ 1", "(year = 1", "year = 1 year", "year = 1 #"})
    void refusesExpressionThatItCannotRead(String expression) {
        assertThatThrownBy(() -> regions(expression)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void readsDeeplyNestedExpressions() {
        create("2026", "EU");
        String nested = "(".repeat(1000) + "year=2026" + ")".repeat(1000);

        assertThat(regions(nested)).containsExactly("2026-EU");
    }

    @Test
    void pagesAndSegmentsCoverEverythingOnce() {
        IntStream.range(2000, 2030).forEach(year -> create(String.valueOf(year), "EU"));

        List<String> paged = glue
                .getPartitionsPaginator(request -> request.databaseName(Inputs.DATABASE)
                        .tableName(Inputs.TABLE)
                        .maxResults(7))
                .stream()
                .flatMap(page -> page.partitions().stream())
                .map(partition -> partition.values().get(0))
                .toList();
        List<String> segmented = IntStream.range(0, 3)
                .mapToObj(this::segment)
                .flatMap(page -> page.partitions().stream())
                .map(partition -> partition.values().get(0))
                .toList();

        assertThat(paged).hasSize(30).doesNotHaveDuplicates();
        assertThat(segmented).containsExactlyInAnyOrderElementsOf(paged);
    }

    @Test
    void leavesColumnsOutWhenAskedTo() {
        glue.createPartition(request -> request.databaseName(Inputs.DATABASE)
                .tableName(Inputs.TABLE)
                .partitionInput(input ->
                        input.values("2026", "EU").storageDescriptor(Inputs.storage(Inputs.column("id", "bigint")))));

        Partition partition = glue.getPartitions(request -> request.databaseName(Inputs.DATABASE)
                        .tableName(Inputs.TABLE)
                        .excludeColumnSchema(true))
                .partitions()
                .get(0);

        assertThat(partition.storageDescriptor().hasColumns()).isFalse();
        assertThat(partition.storageDescriptor().location()).isEqualTo("s3://lake/orders/");
    }

    private GetPartitionsResponse segment(int number) {
        return glue.getPartitions(request -> request.databaseName(Inputs.DATABASE)
                .tableName(Inputs.TABLE)
                .segment(segment -> segment.segmentNumber(number).totalSegments(3)));
    }

    private List<String> regions(String expression) {
        return glue
                .getPartitions(request -> request.databaseName(Inputs.DATABASE)
                        .tableName(Inputs.TABLE)
                        .expression(expression))
                .partitions()
                .stream()
                .map(partition -> String.join("-", partition.values()))
                .toList();
    }

    private Partition partition(String... values) {
        return glue.getPartition(request -> request.databaseName(Inputs.DATABASE)
                        .tableName(Inputs.TABLE)
                        .partitionValues(values))
                .partition();
    }

    private void create(String... values) {
        glue.createPartition(request ->
                request.databaseName(Inputs.DATABASE).tableName(Inputs.TABLE).partitionInput(input(values)));
    }

    private void update(List<String> values, PartitionInput.Builder input) {
        glue.updatePartition(request -> request.databaseName(Inputs.DATABASE)
                .tableName(Inputs.TABLE)
                .partitionValueList(values)
                .partitionInput(input.build()));
    }

    private static PartitionInput input(String... values) {
        return PartitionInput.builder().values(values).build();
    }

    private static PartitionValueList key(String... values) {
        return PartitionValueList.builder().values(values).build();
    }
}
