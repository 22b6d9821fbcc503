package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
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
        Set<String> touched = new TreeSet<>(plan.touched());
        touched.removeAll(unfinished);
        progress.stage("Verifying", -1);
        TargetReading reading = target.readTables(target.readDatabases(false, Progress.NONE), touched, progress);
        Map<String, GlueTable> found = reading.observation().catalog().databases().stream()
                .map(GlueDatabase::tables)
                .flatMap(List::stream)
                .collect(Collectors.toMap(table -> table.name().text(), Function.identity()));
        return plan.changes().stream()
                .filter(change -> touched.contains(change.database()))
                .flatMap(change -> difference(change, Optional.ofNullable(found.get(change.subject()))).stream())
                .toList();
    }

    private static Optional<String> difference(Change change, Optional<GlueTable> found) {
        if (change instanceof Change.CreateTable create) {
            return difference(create.after(), found);
        }
        if (change instanceof Change.UpdateTable update) {
            return difference(update.after(), found);
        }
        return change instanceof Change.DeleteTable && found.isPresent()
                ? Optional.of(change.subject() + " is still there")
                : Optional.empty();
    }

    private static Optional<String> difference(GlueTable planned, Optional<GlueTable> found) {
        if (found.isEmpty()) {
            return Optional.of(planned.name() + " is not there");
        }
        GlueTable table = found.get();
        return table.equals(planned)
                ? Optional.empty()
                : Optional.of(planned.name() + " differs in " + parts(planned, table));
    }

    private static String parts(GlueTable planned, GlueTable found) {
        return Stream.of(
                        planned.description().equals(found.description()) ? "" : "description",
                        planned.columns().equals(found.columns()) ? "" : "columns",
                        planned.parameters().equals(found.parameters()) ? "" : "parameters")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
