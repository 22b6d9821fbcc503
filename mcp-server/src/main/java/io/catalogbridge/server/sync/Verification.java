package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what was written and says where it is not what was planned.
 *
 * @param unfinished databases with changes that did not happen; they are not judged, since their outcomes already say so
 */
record Verification(CatalogTarget target, Set<String> unfinished) {

    List<String> differences(Plan plan, Progress progress) {
        List<Change> judged = plan.changes().stream()
                .filter(change -> !change.database().isEmpty() && !unfinished.contains(change.database()))
                .toList();
        if (judged.isEmpty()) {
            return List.of();
        }
        progress.stage("Verifying", -1);
        GlueCatalog found = read(plan, progress);
        Map<String, GlueDatabase> databases =
                found.databases().stream().collect(Collectors.toMap(GlueDatabase::name, Function.identity()));
        Map<TableName, GlueTable> tables =
                found.tables().collect(Collectors.toMap(GlueTable::name, Function.identity()));
        return judged.stream()
                .flatMap(change -> difference(change, databases, tables).stream())
                .toList();
    }

    private GlueCatalog read(Plan plan, Progress progress) {
        Set<String> touched = new TreeSet<>(plan.touched());
        touched.removeAll(unfinished);
        return target.readTables(target.readDatabases(false, Progress.NONE), touched, progress)
                .observation()
                .catalog();
    }

    /** What a plan creates as a database it also updates, with the digest; only the latter stays. */
    private static Optional<String> difference(
            Change change, Map<String, GlueDatabase> databases, Map<TableName, GlueTable> tables) {
        if (change instanceof Change.CreateTable create) {
            return difference(create.after(), tables);
        }
        if (change instanceof Change.UpdateTable update) {
            return difference(update.after(), tables);
        }
        if (change instanceof Change.UpdateDatabase update) {
            return difference(update.after(), Optional.ofNullable(databases.get(change.database())));
        }
        return change instanceof Change.DeleteTable delete
                        && tables.containsKey(delete.before().name())
                ? Optional.of(change.subject() + " is still there")
                : Optional.empty();
    }

    private static Optional<String> difference(GlueTable planned, Map<TableName, GlueTable> tables) {
        GlueTable table = tables.get(planned.name());
        if (table == null) {
            return Optional.of(planned.name() + " is not there");
        }
        return table.equals(planned)
                ? Optional.empty()
                : Optional.of(planned.name() + " differs in "
                        + parts(
                                planned.description().equals(table.description()) ? "" : "description",
                                planned.columns().equals(table.columns()) ? "" : "columns",
                                planned.parameters().equals(table.parameters()) ? "" : "parameters"));
    }

    private static Optional<String> difference(GlueDatabase planned, Optional<GlueDatabase> found) {
        String subject = "glue:" + planned.name();
        if (found.isEmpty()) {
            return Optional.of(subject + " is not there");
        }
        GlueDatabase database = found.get().bare();
        return database.equals(planned)
                ? Optional.empty()
                : Optional.of(subject + " differs in "
                        + parts(
                                planned.description().equals(database.description()) ? "" : "description",
                                planned.parameters().equals(database.parameters()) ? "" : "parameters"));
    }

    private static String parts(String... different) {
        return Stream.of(different).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
