package io.catalogbridge.connectors.glue;

import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobUpdate;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.ViewDefinition;
import software.amazon.awssdk.services.glue.model.ViewDefinitionInput;
import software.amazon.awssdk.services.glue.model.ViewRepresentation;
import software.amazon.awssdk.services.glue.model.ViewRepresentationInput;

/**
 * Between Glue's models and ours; pure. Glue replaces an object whole, so everything written is the managed part laid over
 * the residue: what Glue had and we do not manage.
 */
final class GlueConverter {

    /** What Athena and Hive call a table whose data they do not own; Athena ignores tables without a type. */
    private static final String EXTERNAL_TABLE = "EXTERNAL_TABLE";

    /**
     * Formats of new tables. Athena refuses tables without formats, and data that is extracted later is most likely Parquet,
     * which carries its own types.
     */
    private static final StorageDescriptor PARQUET = StorageDescriptor.builder()
            .inputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat")
            .outputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat")
            .serdeInfo(
                    serde -> serde.serializationLibrary("org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"))
            .build();

    /** The name that Glue asks for in job commands that run Spark scripts. */
    private static final String SPARK_COMMAND = "glueetl";

    private GlueConverter() {}

    static GlueDatabase fromDatabase(Database database) {
        return GlueDatabase.of(database.name(), text(database.description()), filled(database.parameters()), List.of());
    }

    /** What a new database says, or, laid over what was read, what a known one says from now on. */
    static DatabaseInput toDatabaseInput(GlueDatabase database, Optional<Database> residue) {
        Map<String, String> foreign =
                residue.map(read -> foreign(read.parameters())).orElse(Map.of());
        DatabaseInput.Builder input = residue.map(GlueConverter::writable).orElseGet(DatabaseInput::builder);
        return input.name(database.name())
                .description(orAbsent(database.description()))
                .parameters(merged(foreign, database.parameters()))
                .build();
    }

    private static DatabaseInput.Builder writable(Database read) {
        return DatabaseInput.builder()
                .locationUri(read.locationUri())
                .createTableDefaultPermissions(
                        read.hasCreateTableDefaultPermissions() ? read.createTableDefaultPermissions() : null)
                .targetDatabase(read.targetDatabase())
                .federatedDatabase(read.federatedDatabase());
    }

    static GlueTable fromTable(Table table, Interner interner) {
        TableName name = new TableName(interner.text(table.databaseName()), table.name());
        List<GlueColumn> columns = columns(table).stream()
                .map(column -> fromColumn(column, interner))
                .toList();
        return GlueTable.of(name, text(table.description()), columns, managed(table.parameters(), interner));
    }

    private static GlueColumn fromColumn(Column column, Interner interner) {
        return GlueColumn.of(
                interner.text(column.name()),
                interner.type(text(column.type())),
                text(column.comment()),
                managed(column.parameters(), interner));
    }

    static TableResidue residueOf(Table table, Interner interner) {
        return new TableResidue(interner.frame(frame(table)), foreignByColumn(table));
    }

    /** A new table: external, in Parquet, not partitioned; with a location only where one is configured. */
    static TableInput toNewTable(GlueTable table, Optional<String> locationPrefix) {
        StorageDescriptor.Builder storage = PARQUET.toBuilder();
        locationPrefix.ifPresent(prefix -> storage.location(
                prefix + table.name().database() + "/" + table.name().table() + "/"));
        TableInput frame = TableInput.builder()
                .tableType(EXTERNAL_TABLE)
                .partitionKeys(List.of())
                .storageDescriptor(storage.build())
                .build();
        return toTableInput(table, new TableResidue(frame, Map.of()));
    }

    /** The managed part of a table over what others put there; columns find their foreign parameters by name. */
    static TableInput toTableInput(GlueTable table, TableResidue residue) {
        TableInput frame = residue.frame();
        List<Column> columns = table.columns().stream()
                .map(column -> toColumn(column, residue.columns().getOrDefault(column.name(), Map.of())))
                .toList();
        return frame.toBuilder()
                .name(table.name().table())
                .description(orAbsent(table.description()))
                .parameters(merged(frame.parameters(), table.parameters()))
                .storageDescriptor(storage(frame, columns))
                .build();
    }

    private static Column toColumn(GlueColumn column, Map<String, String> foreign) {
        return Column.builder()
                .name(column.name())
                .type(column.type().print())
                .comment(orAbsent(column.comment()))
                .parameters(merged(foreign, column.parameters()))
                .build();
    }

    static GlueJob fromJob(Job job) {
        return GlueJob.of(
                job.name(),
                text(job.description()),
                text(job.role()),
                job.command() == null ? "" : text(job.command().scriptLocation()),
                filled(job.defaultArguments()));
    }

    static CreateJobRequest toNewJob(GlueJob job) {
        return CreateJobRequest.builder()
                .name(job.name())
                .description(orAbsent(job.description()))
                .role(job.role())
                .command(command -> command.name(SPARK_COMMAND).scriptLocation(job.scriptLocation()))
                .defaultArguments(job.arguments())
                .build();
    }

    /** Our definition over what others set. Capacity is left out where Glue derives it from the type of worker. */
    static JobUpdate toJobUpdate(GlueJob job, Job read) {
        boolean workers = read.workerType() != null;
        return JobUpdate.builder()
                .jobMode(read.jobMode())
                .jobRunQueuingEnabled(read.jobRunQueuingEnabled())
                .description(orAbsent(job.description()))
                .logUri(read.logUri())
                .role(job.role())
                .executionProperty(read.executionProperty())
                .command(
                        read.command() == null
                                ? null
                                : read.command().copy(it -> it.scriptLocation(job.scriptLocation())))
                .defaultArguments(job.arguments())
                .nonOverridableArguments(read.hasNonOverridableArguments() ? read.nonOverridableArguments() : null)
                .connections(read.connections())
                .maxRetries(read.maxRetries())
                .timeout(read.timeout())
                .maxCapacity(workers ? null : read.maxCapacity())
                .workerType(read.workerType())
                .numberOfWorkers(read.numberOfWorkers())
                .securityConfiguration(read.securityConfiguration())
                .notificationProperty(read.notificationProperty())
                .glueVersion(read.glueVersion())
                .codeGenConfigurationNodes(
                        read.hasCodeGenConfigurationNodes() ? read.codeGenConfigurationNodes() : null)
                .executionClass(read.executionClass())
                .sourceControlDetails(read.sourceControlDetails())
                .maintenanceWindow(read.maintenanceWindow())
                .build();
    }

    private static TableInput frame(Table table) {
        return TableInput.builder()
                .owner(table.owner())
                .lastAccessTime(table.lastAccessTime())
                .lastAnalyzedTime(table.lastAnalyzedTime())
                .retention(table.retention())
                .storageDescriptor(withoutColumns(table.storageDescriptor()))
                .partitionKeys(table.hasPartitionKeys() ? table.partitionKeys() : List.of())
                .viewOriginalText(table.viewOriginalText())
                .viewExpandedText(table.viewExpandedText())
                .tableType(table.tableType())
                .parameters(foreign(table.parameters()))
                .targetTable(table.targetTable())
                .federatedTable(table.federatedTable())
                .viewDefinition(writable(table.viewDefinition()))
                .build();
    }

    private static @Nullable StorageDescriptor withoutColumns(@Nullable StorageDescriptor storage) {
        return storage == null ? null : storage.copy(it -> it.columns((List<Column>) null));
    }

    private static @Nullable ViewDefinitionInput writable(@Nullable ViewDefinition view) {
        if (view == null) {
            return null;
        }
        return ViewDefinitionInput.builder()
                .isProtected(view.isProtected())
                .isManaged(view.isManaged())
                .definer(view.definer())
                .representations(view.representations().stream()
                        .map(GlueConverter::writable)
                        .toList())
                .viewVersionId(view.viewVersionId())
                .viewVersionToken(view.viewVersionToken())
                .refreshSeconds(view.refreshSeconds())
                .lastRefreshType(view.lastRefreshType())
                .subObjects(view.hasSubObjects() ? view.subObjects() : null)
                .subObjectVersionIds(view.hasSubObjectVersionIds() ? view.subObjectVersionIds() : null)
                .subObjectsStatistics(view.hasSubObjectsStatistics() ? view.subObjectsStatistics() : null)
                .sparkPipelineInfo(view.hasSparkPipelineInfo() ? view.sparkPipelineInfo() : null)
                .build();
    }

    private static ViewRepresentationInput writable(ViewRepresentation representation) {
        return ViewRepresentationInput.builder()
                .dialect(representation.dialect())
                .dialectVersion(representation.dialectVersion())
                .viewOriginalText(representation.viewOriginalText())
                .viewExpandedText(representation.viewExpandedText())
                .validationConnection(representation.validationConnection())
                .build();
    }

    private static Map<String, Map<String, String>> foreignByColumn(Table table) {
        Map<String, Map<String, String>> byColumn = new HashMap<>();
        columns(table).forEach(column -> {
            Map<String, String> foreign = foreign(column.parameters());
            if (!foreign.isEmpty()) {
                byColumn.put(column.name().toLowerCase(Locale.ROOT), Map.copyOf(foreign));
            }
        });
        return byColumn;
    }

    private static List<Column> columns(Table table) {
        return table.storageDescriptor() == null
                ? List.of()
                : table.storageDescriptor().columns();
    }

    /** What never had columns, such as a link, gets no storage on the way. */
    private static @Nullable StorageDescriptor storage(TableInput frame, List<Column> columns) {
        if (frame.storageDescriptor() == null && columns.isEmpty()) {
            return null;
        }
        StorageDescriptor storage = Objects.requireNonNullElse(frame.storageDescriptor(), PARQUET);
        return storage.copy(it -> it.columns(columns));
    }

    private static Map<String, String> managed(Map<String, String> parameters, Interner interner) {
        Map<String, String> managed = new HashMap<>();
        filled(parameters).forEach((key, value) -> {
            if (Ownership.isManaged(key)) {
                managed.put(interner.text(key), interner.text(value));
            }
        });
        return managed;
    }

    private static Map<String, String> foreign(Map<String, String> parameters) {
        Map<String, String> foreign = filled(parameters);
        foreign.keySet().removeIf(Ownership::isManaged);
        return foreign;
    }

    private static Map<String, String> merged(Map<String, String> foreign, Map<String, String> managed) {
        Map<String, String> merged = new TreeMap<>(foreign);
        merged.putAll(managed);
        return merged;
    }

    /** JSON allows a parameter to be null; Hive and we do not. */
    private static Map<String, String> filled(Map<String, ? extends @Nullable String> parameters) {
        Map<String, String> filled = new TreeMap<>();
        parameters.forEach((key, value) -> filled.put(key, text(value)));
        return filled;
    }

    private static @Nullable String orAbsent(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
