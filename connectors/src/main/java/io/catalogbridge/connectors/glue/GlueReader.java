package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.glue.GlueReading.DatabaseTables;
import io.catalogbridge.connectors.glue.GlueReading.TableRead;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.glue.GlueObservation.TableFacts;
import io.catalogbridge.mapping.glue.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.GetJobsResponse;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.Table;

/** Reads Glue, by pages of 100; one object at a time only to resolve what became of a write. Thread-safe. */
final class GlueReader {

    /** The largest page of GetDatabases and GetTables. */
    static final int PAGE = 100;

    /** The largest page of GetJobs. */
    private static final int JOB_PAGE = 1_000;

    private final GlueClient glue;
    private final GlueCalls calls;
    private final @Nullable String catalogId;

    GlueReader(GlueClient glue, GlueCalls calls, Optional<String> catalogId) {
        this.glue = glue;
        this.calls = calls;
        this.catalogId = catalogId.orElse(null);
    }

    List<Database> databases(Progress progress) {
        return new Pages<>("GetDatabases", this::databasePage, GetDatabasesResponse::databaseList)
                .all(calls, progress, GetDatabasesResponse::nextToken);
    }

    List<Job> jobs(Progress progress) {
        return new Pages<>("GetJobs", this::jobPage, GetJobsResponse::jobs)
                .all(calls, progress, GetJobsResponse::nextToken);
    }

    /** All tables of a database; empty if the database does not exist. */
    Optional<DatabaseTables> tables(String database, Interner interner, Progress progress) {
        try {
            Map<TableName, TableRead> tables = new LinkedHashMap<>();
            new Pages<>("GetTables", token -> tablePage(database, token), GetTablesResponse::tableList)
                    .each(calls, progress, GetTablesResponse::nextToken, table -> {
                        TableRead read = read(table, interner);
                        tables.put(read.name(), read);
                    });
            return Optional.of(new DatabaseTables(database, List.copyOf(tables.values())));
        } catch (GlueFailure failure) {
            return absentOnly(failure);
        }
    }

    /** One table, to learn what became of a write, even if the run is to stop. */
    Optional<Table> table(TableName name) {
        try {
            return Optional.of(calls.make(
                            "GetTable",
                            Progress.NONE,
                            () -> glue.getTable(request -> request.catalogId(catalogId)
                                    .databaseName(name.database())
                                    .name(name.table())))
                    .value()
                    .table());
        } catch (GlueFailure failure) {
            return absentOnly(failure);
        }
    }

    /** One database, to learn what became of a write, even if the run is to stop. */
    Optional<Database> database(String name) {
        try {
            return Optional.of(calls.make(
                            "GetDatabase",
                            Progress.NONE,
                            () -> glue.getDatabase(
                                    request -> request.catalogId(catalogId).name(name)))
                    .value()
                    .database());
        } catch (GlueFailure failure) {
            return absentOnly(failure);
        }
    }

    /** One job, to learn what became of a write, even if the run is to stop. */
    Optional<Job> job(String name) {
        try {
            return Optional.of(calls.make("GetJob", Progress.NONE, () -> glue.getJob(request -> request.jobName(name)))
                    .value()
                    .job());
        } catch (GlueFailure failure) {
            return absentOnly(failure);
        }
    }

    private static <T> Optional<T> absentOnly(GlueFailure failure) {
        if (failure.kind() == ErrorKind.NOT_FOUND) {
            return Optional.empty();
        }
        throw failure;
    }

    private static TableRead read(Table table, Interner interner) {
        TableResidue residue = GlueConverter.residueOf(table, interner);
        TableFacts facts = new TableFacts(
                interner.text(Objects.requireNonNullElse(table.versionId(), "")), residue.isResourceLink());
        return new TableRead(GlueConverter.fromTable(table, interner), facts, residue);
    }

    private GetDatabasesResponse databasePage(@Nullable String token) {
        return glue.getDatabases(
                request -> request.catalogId(catalogId).maxResults(PAGE).nextToken(token));
    }

    private GetTablesResponse tablePage(String database, @Nullable String token) {
        return glue.getTables(request -> request.catalogId(catalogId)
                .databaseName(database)
                .maxResults(PAGE)
                .nextToken(token));
    }

    private GetJobsResponse jobPage(@Nullable String token) {
        return glue.getJobs(request -> request.maxResults(JOB_PAGE).nextToken(token));
    }
}
