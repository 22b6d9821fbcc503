package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.glue.GlueReading.TableRead;
import io.catalogbridge.connectors.glue.Write.Actual;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.plan.Change;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobUpdate;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * Turns one change into one call, and its answer into an outcome. When the answer was lost, or somebody else was faster,
 * the object is read: if it is as the change would have it, the change counts as applied. Thread-safe.
 *
 * <p>The preconditions of a change must hold in the reading when it comes here.
 */
final class GlueWriter implements Change.Cases<Outcome> {

    /** Glue may claim a concurrent change of a table that nobody changed; then the call is made again. */
    private static final int MOST_CALLS = 3;

    private final GlueClient glue;
    private final GlueCalls calls;
    private final GlueReader reader;
    private final GlueConfig config;
    private final GlueReading reading;
    private final Progress progress;
    private final @Nullable String catalogId;

    GlueWriter(
            GlueClient glue,
            GlueCalls calls,
            GlueReader reader,
            GlueConfig config,
            GlueReading reading,
            Progress progress) {
        this.glue = glue;
        this.calls = calls;
        this.reader = reader;
        this.config = config;
        this.reading = reading;
        this.progress = progress;
        this.catalogId = config.catalogId().orElse(null);
    }

    @Override
    public Outcome createDatabase(Change.CreateDatabase change) {
        GlueDatabase after = change.after();
        return made(new Write(
                change.subject(),
                "CreateDatabase",
                () -> glue.createDatabase(request -> request.catalogId(catalogId)
                        .databaseInput(GlueConverter.toDatabaseInput(after, Optional.empty()))),
                () -> actual(after)));
    }

    @Override
    public Outcome updateDatabase(Change.UpdateDatabase change) {
        GlueDatabase after = change.after();
        return made(new Write(
                change.subject(),
                "UpdateDatabase",
                () -> glue.updateDatabase(request -> request.catalogId(catalogId)
                        .name(after.name())
                        .databaseInput(GlueConverter.toDatabaseInput(after, reading.database(after.name())))),
                () -> actual(after)));
    }

    @Override
    public Outcome createTable(Change.CreateTable change) {
        GlueTable after = change.after();
        TableInput input = GlueConverter.toNewTable(after, config.location());
        return made(new Write(
                change.subject(),
                "CreateTable",
                () -> glue.createTable(request -> request.catalogId(catalogId)
                        .databaseName(after.name().database())
                        .tableInput(input)),
                () -> actual(after, Optional.empty())));
    }

    @Override
    public Outcome updateTable(Change.UpdateTable change) {
        GlueTable after = change.after();
        TableInput input = reading.table(after.name())
                .map(TableRead::residue)
                .map(residue -> GlueConverter.toTableInput(after, residue))
                .orElseThrow();
        return made(new Write(
                change.subject(),
                "UpdateTable",
                () -> glue.updateTable(request -> request.catalogId(catalogId)
                        .databaseName(after.name().database())
                        .tableInput(input)
                        .versionId(change.versionId())
                        .skipArchive(config.skipArchive())),
                () -> actual(after, Optional.of(change.versionId()))));
    }

    /** Deletes come in batches; one alone is a small batch. */
    @Override
    public Outcome deleteTable(Change.DeleteTable change) {
        return deleteTables(change.database(), List.of(change)).get(0);
    }

    /** Deletes at most 100 tables of one database; outcomes in the order of the changes. */
    List<Outcome> deleteTables(String database, List<Change.DeleteTable> changes) {
        return new TableDeletion(glue, calls, reader, progress, catalogId).delete(database, changes);
    }

    @Override
    public Outcome createJob(Change.CreateJob change) {
        return made(new Write(
                change.subject(),
                "CreateJob",
                () -> glue.createJob(GlueConverter.toNewJob(change.after())),
                () -> actual(change.after())));
    }

    @Override
    public Outcome updateJob(Change.UpdateJob change) {
        GlueJob after = change.after();
        Job before = reading.job(after.name()).orElseThrow();
        JobUpdate update = GlueConverter.toJobUpdate(after, before);
        return made(new Write(
                change.subject(),
                "UpdateJob",
                () -> glue.updateJob(request -> request.jobName(after.name()).jobUpdate(update)),
                () -> actual(after)));
    }

    @Override
    public Outcome deleteJob(Change.DeleteJob change) {
        String name = change.before().name();
        return made(new Write(
                change.subject(),
                "DeleteJob",
                () -> glue.deleteJob(request -> request.jobName(name)),
                () -> Optional.of(reader.job(name).isEmpty()).map(gone -> new Actual(gone, !gone, "is still there"))));
    }

    private Outcome made(Write write) {
        return made(write, MOST_CALLS);
    }

    private Outcome made(Write write, int callsLeft) {
        try {
            calls.make(write.operation(), progress, write.call());
            return new Outcome.Applied();
        } catch (GlueFailure failure) {
            return inDoubt(failure) ? resolved(write, failure, callsLeft) : refused(write, failure);
        }
    }

    private static boolean inDoubt(GlueFailure failure) {
        return failure.mayHaveHappened() || failure.kind() == ErrorKind.CONFLICT;
    }

    private Outcome resolved(Write write, GlueFailure failure, int callsLeft) {
        Optional<Actual> actual;
        try {
            actual = write.actual().get();
        } catch (GlueFailure unreadable) {
            return new Outcome.Unknown(
                    write.subject() + ": " + failure.getMessage() + "; then " + unreadable.getMessage());
        }
        if (actual.filter(Actual::asWanted).isPresent()) {
            return new Outcome.Applied();
        }
        if (failure.kind() != ErrorKind.CONFLICT) {
            return refused(write, failure);
        }
        return actual.filter(Actual::untouched).isPresent() && callsLeft > 1
                ? made(write, callsLeft - 1)
                : new Outcome.Conflict(
                        write.subject() + " " + actual.map(Actual::seen).orElse("is gone"));
    }

    private static Outcome refused(Write write, GlueFailure failure) {
        return failure.kind() == ErrorKind.NOT_FOUND
                ? new Outcome.Conflict(write.subject() + " or its database is gone: " + failure.description())
                : failure.rejected();
    }

    private Optional<Actual> actual(GlueDatabase wanted) {
        return reader.database(wanted.name())
                .map(found -> new Actual(
                        GlueConverter.fromDatabase(found).equals(wanted), false, "was changed by somebody else"));
    }

    private Optional<Actual> actual(GlueTable wanted, Optional<String> expectedVersion) {
        return reader.table(wanted.name())
                .map(found -> new Actual(
                        GlueConverter.fromTable(found, new Interner()).equals(wanted),
                        expectedVersion
                                .filter(version -> version.equals(found.versionId()))
                                .isPresent(),
                        seen(found)));
    }

    private Optional<Actual> actual(GlueJob wanted) {
        return reader.job(wanted.name())
                .map(found -> new Actual(
                        GlueConverter.fromJob(found).equals(wanted),
                        false,
                        "was changed by somebody else at " + found.lastModifiedOn()));
    }

    private static String seen(Table found) {
        return "was written by somebody else: version " + found.versionId() + ", last changed "
                + Objects.requireNonNullElse(found.updateTime(), found.createTime()) + ", created by "
                + Objects.requireNonNullElse(found.createdBy(), "an unknown caller");
    }
}
