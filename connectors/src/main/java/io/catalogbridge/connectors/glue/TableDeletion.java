package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.glue.GlueCalls.Answer;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.plan.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.BatchDeleteTableResponse;
import software.amazon.awssdk.services.glue.model.ErrorDetail;
import software.amazon.awssdk.services.glue.model.TableError;

/**
 * Deletes tables by the hundred. Glue knows no versions here, so what the reading said is all there is to go by; a table
 * that is gone after an answer of ours was lost was deleted by us.
 */
record TableDeletion(
        GlueClient glue,
        GlueCalls calls,
        GlueReader reader,
        Progress progress,
        @Nullable String catalogId) {

    /** The most that BatchDeleteTable takes. */
    static final int BATCH = 100;

    private static final String OPERATION = "BatchDeleteTable";
    private static final String GONE = "EntityNotFoundException";

    List<Outcome> delete(String database, List<Change.DeleteTable> changes) {
        try {
            Answer<BatchDeleteTableResponse> answer = calls.make(OPERATION, progress, () -> call(database, changes));
            return outcomes(changes, answer);
        } catch (GlueFailure failure) {
            return changes.stream().map(change -> resolved(change, failure)).toList();
        }
    }

    private BatchDeleteTableResponse call(String database, List<Change.DeleteTable> changes) {
        return glue.batchDeleteTable(request -> request.catalogId(catalogId)
                .databaseName(database)
                .tablesToDelete(changes.stream()
                        .map(change -> change.before().name().table())
                        .toList()));
    }

    private static List<Outcome> outcomes(List<Change.DeleteTable> changes, Answer<BatchDeleteTableResponse> answer) {
        Map<String, ErrorDetail> errors = answer.value().errors().stream()
                .collect(Collectors.toMap(TableError::tableName, TableError::errorDetail, (first, again) -> first));
        return changes.stream()
                .map(change -> Optional.ofNullable(
                                errors.get(change.before().name().table()))
                        .map(error -> refused(change, error, answer.repeated()))
                        .orElseGet(Outcome.Applied::new))
                .toList();
    }

    private static Outcome refused(Change.DeleteTable change, ErrorDetail error, boolean repeated) {
        if (!error.errorCode().equals(GONE)) {
            return new Outcome.Rejected(
                    ErrorKind.INVALID,
                    OPERATION + ": " + change.subject() + ": " + error.errorCode() + ": " + error.errorMessage(),
                    "Delete the table by hand, or keep it.");
        }
        return repeated ? new Outcome.Applied() : new Outcome.Conflict(change.subject() + " is gone already");
    }

    private Outcome resolved(Change.DeleteTable change, GlueFailure failure) {
        if (!failure.mayHaveHappened()) {
            return failure.kind() == ErrorKind.NOT_FOUND
                    ? new Outcome.Conflict(change.subject() + " is gone with its database")
                    : failure.rejected();
        }
        try {
            return reader.table(change.before().name()).isPresent() ? failure.rejected() : new Outcome.Applied();
        } catch (GlueFailure unreadable) {
            return new Outcome.Unknown(
                    change.subject() + ": " + failure.getMessage() + "; then " + unreadable.getMessage());
        }
    }
}
