package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.plan.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.Order;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

import static io.catalogbridge.connectors.glue.TestingGlue.apply;
import static io.catalogbridge.connectors.glue.TestingGlue.read;
import static io.catalogbridge.connectors.testing.GlueExamples.OWNER;
import static io.catalogbridge.connectors.testing.GlueExamples.database;
import static io.catalogbridge.connectors.testing.GlueExamples.deleted;
import static io.catalogbridge.connectors.testing.GlueExamples.described;
import static io.catalogbridge.connectors.testing.GlueExamples.job;
import static io.catalogbridge.connectors.testing.GlueExamples.table;
import static org.assertj.core.api.Assertions.assertThat;

/** What others own survives what we write. */
@Timeout(60)
class ForeignContentTest {

    private static final Outcome APPLIED = new Outcome.Applied();

    private final TestingGlue glue = TestingGlue.start();
    private final GlueTarget target = glue.target();

    @BeforeEach
    void createDatabase() {
        apply(
                target,
                List.of(new Change.CreateDatabase(database("sales"))),
                target.readDatabases(false, Progress.NONE));
    }

    @AfterEach
    void stop() {
        glue.close();
    }

    @Test
    void everythingThatIsNotOursSurvivesAnUpdate() {
        TableInput decorated = decorated(table("sales", "orders"));
        create(decorated);

        List<Outcome> outcomes = update("orders", "A better text");

        TableInput after = inputOf(glue.table("sales", "orders"));
        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(after.description()).isEqualTo("A better text");
        assertThat(after.parameters())
                .containsAllEntriesOf(Map.of("team", "logistics", "classification", "csv", "comment", "A better text"));
        assertThat(masked(after)).isEqualTo(masked(decorated));
    }

    @Test
    void foreignParametersFollowTheirColumnWhereverItGoes() {
        create(decorated(table("sales", "orders")));

        update("orders", "A better text");

        List<Column> columns = glue.table("sales", "orders").storageDescriptor().columns();
        assertThat(columns).extracting(Column::name).containsExactly("order_id", "net_amount");
        assertThat(columns.get(0).parameters()).containsOnlyKeys("catalogbridge.key");
        assertThat(columns.get(1).parameters()).isEqualTo(Map.of("pii", "no"));
    }

    @Test
    void parametersOfOursThatAreNoLongerWantedDisappear() {
        GlueTable before = table("sales", "orders");
        TableInput old = GlueConverter.toNewTable(before, Optional.empty());
        create(old.copy(input -> input.parameters(
                Map.of(Ownership.OWNER, OWNER, "catalogbridge.outdated", "yes", "team", "logistics"))));

        update("orders", "A better text");

        assertThat(glue.table("sales", "orders").parameters())
                .containsEntry("team", "logistics")
                .doesNotContainKey("catalogbridge.outdated");
    }

    @Test
    void aNewTableIsExternalInParquetWithoutLocationAndNothingElse() {
        apply(target, List.of(new Change.CreateTable(table("sales", "orders"))), read(target, "sales"));

        Table created = glue.table("sales", "orders");
        assertThat(created.tableType()).isEqualTo("EXTERNAL_TABLE");
        assertThat(created.hasPartitionKeys()).isTrue();
        assertThat(created.partitionKeys()).isEmpty();
        assertThat(created.storageDescriptor().location()).isNull();
        assertThat(created.storageDescriptor().serdeInfo().serializationLibrary())
                .contains("ParquetHiveSerDe");
        assertThat(created.parameters()).containsOnlyKeys(Ownership.OWNER, Ownership.COMMENT, Ownership.FINGERPRINT);
    }

    @Test
    void aNewTableGetsALocationWhereOneIsConfigured() {
        GlueTarget located = glue.target(glue.config().withLocation("s3://lake/raw/"));

        apply(located, List.of(new Change.CreateTable(table("sales", "orders"))), read(located, "sales"));

        assertThat(glue.table("sales", "orders").storageDescriptor().location())
                .isEqualTo("s3://lake/raw/sales/orders/");
    }

    @Test
    void anUpdateLeavesAnArchivedVersionOnlyWhereThatIsWanted() {
        create(decorated(table("sales", "orders")));
        update("orders", "Second");
        int withoutArchive = versions();

        GlueTarget archiving = glue.target(glue.config().withSkipArchive(false));
        TargetReading reading = read(archiving, "sales");
        apply(archiving, List.of(described(find(reading, "orders"), "1", "Third")), reading);

        assertThat(versions()).isEqualTo(withoutArchive + 1);
    }

    @Test
    void whatADatabaseHasBesidesSurvives() {
        glue.somebodyElse()
                .updateDatabase(request -> request.name("sales")
                        .databaseInput(input -> input.name("sales")
                                .locationUri("s3://lake/sales/")
                                .createTableDefaultPermissions(List.of())
                                .parameters(Map.of(Ownership.OWNER, OWNER, "team", "logistics"))));
        GlueDatabase after = database("sales").withParameters(Map.of(Ownership.OWNER, OWNER, Ownership.DIGEST, "d"));
        Change change = new Change.UpdateDatabase(database("sales"), after, after, List.of());

        List<Outcome> outcomes = apply(target, List.of(change), target.readDatabases(false, Progress.NONE));

        Database read = glue.somebodyElse()
                .getDatabase(request -> request.name("sales"))
                .database();
        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(read.locationUri()).isEqualTo("s3://lake/sales/");
        assertThat(read.createTableDefaultPermissions()).isEmpty();
        assertThat(read.parameters()).containsEntry("team", "logistics").containsEntry(Ownership.DIGEST, "d");
    }

    @Test
    void whatAJobHasBesidesSurvives() {
        GlueJob before = job("load", "Loads");
        glue.somebodyElse()
                .createJob(GlueConverter.toNewJob(before)
                        .copy(request -> request.glueVersion("5.0")
                                .workerType("G.1X")
                                .numberOfWorkers(3)
                                .timeout(77)));
        Change change = new Change.UpdateJob(before, job("load", "Loads all"), OWNER, List.of());

        List<Outcome> outcomes = apply(target, List.of(change), target.readDatabases(true, Progress.NONE));

        Job after =
                glue.somebodyElse().getJob(request -> request.jobName("load")).job();
        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(after.description()).isEqualTo("Loads all");
        assertThat(after.glueVersion()).isEqualTo("5.0");
        assertThat(after.workerTypeAsString()).isEqualTo("G.1X");
        assertThat(after.numberOfWorkers()).isEqualTo(3);
        assertThat(after.timeout()).isEqualTo(77);
    }

    @Test
    void aLinkToATableElsewhereIsNeverTouched() {
        create(TableInput.builder()
                .name("orders")
                .parameters(Map.of(Ownership.OWNER, OWNER))
                .targetTable(link ->
                        link.catalogId("210987654321").databaseName("sales").name("orders"))
                .build());
        TargetReading reading = read(target, "sales");
        Table before = glue.table("sales", "orders");

        List<Outcome> outcomes = apply(
                target,
                List.of(
                        new Change.CreateTable(table("sales", "orders")),
                        described(find(reading, "orders"), "0", "ours"),
                        deleted(find(reading, "orders"), "0")),
                reading);

        assertThat(outcomes)
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isEqualTo(new Outcome.Conflict("glue:sales/orders is a link to an object elsewhere")));
        assertThat(glue.table("sales", "orders")).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenBehindALinkToADatabaseElsewhere() {
        glue.somebodyElse()
                .createDatabase(request -> request.databaseInput(input -> input.name("shared")
                        .targetDatabase(link -> link.catalogId("210987654321").databaseName("sales"))));
        TargetReading reading = target.readDatabases(false, Progress.NONE);
        GlueDatabase shared = database("shared");

        List<Outcome> outcomes = apply(
                target,
                List.of(
                        new Change.CreateTable(table("shared", "orders")),
                        new Change.UpdateDatabase(shared, shared, shared, List.of())),
                reading);

        assertThat(outcomes).hasSize(2).allMatch(Outcome.Conflict.class::isInstance);
        assertThat(glue.received().counts()).doesNotContainKeys("CreateTable", "UpdateDatabase");
    }

    private List<Outcome> update(String name, String description) {
        TargetReading reading = read(target, "sales");
        return apply(target, List.of(described(find(reading, name), "0", description)), reading);
    }

    private static GlueTable find(TargetReading reading, String name) {
        return reading.observation()
                .catalog()
                .table(table("sales", name).name())
                .orElseThrow();
    }

    private void create(TableInput input) {
        glue.somebodyElse().createTable(request -> request.databaseName("sales").tableInput(input));
    }

    private int versions() {
        return glue.somebodyElse()
                .getTableVersions(request -> request.databaseName("sales").tableName("orders"))
                .tableVersions()
                .size();
    }

    /** A table of ours to which others added what they could, with its columns in another order. */
    private static TableInput decorated(GlueTable table) {
        TableInput plain = GlueConverter.toNewTable(table, Optional.of("s3://lake/"));
        Map<String, String> parameters = new TreeMap<>(plain.parameters());
        parameters.putAll(Map.of("team", "logistics", "classification", "csv"));
        return plain.copy(input -> input.owner("logistics")
                .retention(90)
                .lastAccessTime(Instant.ofEpochSecond(1_700_000_000))
                .lastAnalyzedTime(Instant.ofEpochSecond(1_700_000_001))
                .viewOriginalText("select 1")
                .viewExpandedText("select 1 as one")
                .partitionKeys(
                        Column.builder().name("day").type("date").comment("Day").build())
                .parameters(parameters)
                .storageDescriptor(storage -> storage.columns(
                                Column.builder()
                                        .name("net_amount")
                                        .type("decimal(15,2)")
                                        .parameters(Map.of("pii", "no"))
                                        .build(),
                                Column.builder().name("order_id").type("bigint").build())
                        .location("s3://lake/sales/orders/")
                        .inputFormat("org.apache.hadoop.mapred.TextInputFormat")
                        .outputFormat("org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat")
                        .compressed(true)
                        .numberOfBuckets(4)
                        .bucketColumns("order_id")
                        .serdeInfo(serde -> serde.serializationLibrary("org.example.CsvSerde")
                                .parameters(Map.of("separatorChar", ";")))
                        .parameters(Map.of("rows", "17"))));
    }

    private static TableInput inputOf(Table table) {
        return GlueConverter.toTableInput(
                GlueConverter.fromTable(table, new Interner()), GlueConverter.residueOf(table, new Interner()));
    }

    /** Without what we manage, and without what Glue fills in by itself. */
    private static TableInput masked(TableInput input) {
        return input.copy(it -> it.description(null)
                .parameters(null)
                .storageDescriptor(input.storageDescriptor()
                        .copy(storage -> storage.columns(List.<Column>of())
                                .storedAsSubDirectories(null)
                                .sortColumns(List.<Order>of()))));
    }
}
