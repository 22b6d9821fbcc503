package io.catalogbridge.connectors.glue;

import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobUpdate;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.ViewDefinitionInput;
import software.amazon.awssdk.services.glue.model.ViewRepresentation;

import static io.catalogbridge.connectors.testing.GlueExamples.table;
import static org.assertj.core.api.Assertions.assertThat;

class GlueConverterTest {

    private final Interner interner = new Interner();

    @Test
    void printsAndReadsBackATable() {
        GlueTable table = table("sales", "orders");

        assertThat(GlueConverter.fromTable(stored(table), interner)).isEqualTo(table);
    }

    @Test
    void overlayingWhatWasReadOnWhatWasReadChangesNothing() {
        Table read = fullTable();

        TableInput input = GlueConverter.toTableInput(
                GlueConverter.fromTable(read, interner), GlueConverter.residueOf(read, interner));

        assertThat(input.storageDescriptor()).isEqualTo(read.storageDescriptor());
        assertThat(input.parameters()).isEqualTo(read.parameters());
        assertThat(input.partitionKeys()).isEqualTo(read.partitionKeys());
        assertThat(input.description()).isEqualTo(read.description());
    }

    @Test
    void carriesEveryMemberOfATableThatCanBeWritten() {
        Table read = fullTable();

        TableInput input = GlueConverter.toTableInput(
                GlueConverter.fromTable(read, interner), GlueConverter.residueOf(read, interner));

        assertThat(missing(TableInput.builder().build().sdkFields(), input)).isEmpty();
        assertThat(missing(ViewDefinitionInput.builder().build().sdkFields(), input.viewDefinition()))
                .isEmpty();
    }

    @Test
    void carriesEveryMemberOfADatabaseThatCanBeWritten() {
        Database read = Database.builder()
                .name("sales")
                .description("Sales")
                .locationUri("s3://lake/")
                .parameters(Map.of("team", "logistics"))
                .createTableDefaultPermissions(List.of())
                .targetDatabase(link -> link.databaseName("other"))
                .federatedDatabase(federation -> federation.identifier("other"))
                .build();

        DatabaseInput input = GlueConverter.toDatabaseInput(GlueConverter.fromDatabase(read), Optional.of(read));

        assertThat(missing(DatabaseInput.builder().build().sdkFields(), input)).isEmpty();
    }

    @Test
    void carriesEveryMemberOfAJobExceptTheCapacityThatGlueDerives() {
        Job read = Job.builder()
                .name("load")
                .jobMode("SCRIPT")
                .jobRunQueuingEnabled(true)
                .description("Loads")
                .logUri("s3://logs/")
                .role("flows")
                .executionProperty(property -> property.maxConcurrentRuns(2))
                .command(command -> command.name("glueetl").scriptLocation("s3://scripts/load.py"))
                .defaultArguments(Map.of("--a", "b"))
                .nonOverridableArguments(Map.of("--c", "d"))
                .connections(connections -> connections.connections("lake"))
                .maxRetries(1)
                .timeout(5)
                .workerType("G.1X")
                .numberOfWorkers(2)
                .maxCapacity(2.0)
                .securityConfiguration("sealed")
                .notificationProperty(property -> property.notifyDelayAfter(3))
                .glueVersion("5.0")
                .codeGenConfigurationNodes(Map.of())
                .executionClass("STANDARD")
                .sourceControlDetails(details -> details.repository("scripts"))
                .maintenanceWindow("Sun:01")
                .build();

        JobUpdate update = GlueConverter.toJobUpdate(GlueConverter.fromJob(read), read);

        assertThat(missing(JobUpdate.builder().build().sdkFields(), update))
                .containsExactlyInAnyOrder("AllocatedCapacity", "MaxCapacity");
    }

    @Test
    void namesInMixedCaseAndMembersThatAreMissingOrNullReadAsPlainValues() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("catalogbridge.label", null);
        Table odd = Table.builder()
                .databaseName("Sales")
                .name("Orders")
                .parameters(parameters)
                .storageDescriptor(
                        storage -> storage.columns(Column.builder().name("Id").build()))
                .build();

        GlueTable read = GlueConverter.fromTable(odd, interner);

        assertThat(read.name().text()).isEqualTo("glue:sales/orders");
        assertThat(read.description()).isEmpty();
        assertThat(read.parameters()).containsEntry("catalogbridge.label", "");
        assertThat(read.columns()).containsExactly(GlueColumn.of("id", new GlueType.Other(""), "", Map.of()));
    }

    @Test
    void tablesThatAreAlikeShareWhatIsRemembered() {
        TableResidue one = GlueConverter.residueOf(stored(table("sales", "orders")), interner);
        TableResidue other = GlueConverter.residueOf(stored(table("finance", "bookings", "Bookings")), interner);

        assertThat(other.frame()).isSameAs(one.frame());
        assertThat(other.columns()).isEmpty();
    }

    private static Table stored(GlueTable table) {
        TableInput input = GlueConverter.toNewTable(table, Optional.empty());
        return Table.builder()
                .databaseName(table.name().database())
                .name(input.name())
                .description(input.description())
                .tableType(input.tableType())
                .parameters(input.parameters())
                .partitionKeys(input.partitionKeys())
                .storageDescriptor(input.storageDescriptor())
                .build();
    }

    private static Table fullTable() {
        return Table.builder()
                .databaseName("sales")
                .name("orders")
                .description("Orders")
                .owner("logistics")
                .lastAccessTime(Instant.EPOCH)
                .lastAnalyzedTime(Instant.EPOCH)
                .retention(3)
                .storageDescriptor(storage -> storage.location("s3://lake/")
                        .columns(Column.builder()
                                .name("id")
                                .type("bigint")
                                .comment("Order")
                                .parameters(Map.of("pii", "no", "catalogbridge.key", "true"))
                                .build()))
                .partitionKeys(Column.builder().name("day").type("date").build())
                .viewOriginalText("select 1")
                .viewExpandedText("select 1")
                .tableType("VIRTUAL_VIEW")
                .parameters(Map.of("team", "logistics", "comment", "Orders"))
                .targetTable(link -> link.name("other"))
                .federatedTable(federation -> federation.identifier("other"))
                .viewDefinition(view -> view.isProtected(true)
                        .isManaged(true)
                        .definer("someone")
                        .representations(
                                ViewRepresentation.builder().dialect("ATHENA").build())
                        .viewVersionId(1L)
                        .viewVersionToken("token")
                        .refreshSeconds(60L)
                        .lastRefreshType("FULL")
                        .subObjects("table")
                        .subObjectVersionIds(1L)
                        .subObjectsStatistics(List.of())
                        .sparkPipelineInfo(Map.of("a", "b")))
                .versionId("7")
                .build();
    }

    /** Names of the members that a value leaves out. */
    private static List<String> missing(List<SdkField<?>> members, Object value) {
        return members.stream()
                .filter(member -> member.getValueOrDefault(value) == null)
                .map(SdkField::memberName)
                .toList();
    }
}
