package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.CatalogTarget.OutcomeListener;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Carries out changes that do not depend on each other: deletes of a database together, everything else on its own. Once
 * the credentials are refused, nothing further is tried.
 */
final class ApplyRun {

    private static final Outcome STOPPED = new Outcome.Rejected(
            ErrorKind.UNAVAILABLE, "the run was stopped before this change", "Run again to do the rest.");

    private final List<Change> changes;
    private final Preconditions preconditions;
    private final GlueWriter writer;
    private final OutcomeListener listener;
    private final Progress progress;
    private final AtomicReferenceArray<Outcome> outcomes;
    private final AtomicReference<Optional<Outcome>> ended = new AtomicReference<>(Optional.empty());

    ApplyRun(
            List<Change> changes,
            Preconditions preconditions,
            GlueWriter writer,
            OutcomeListener listener,
            Progress progress) {
        this.changes = changes;
        this.preconditions = preconditions;
        this.writer = writer;
        this.listener = listener;
        this.progress = progress;
        this.outcomes = new AtomicReferenceArray<>(changes.size());
    }

    /** Returns when every change has an outcome, also when interrupted: then what is left is not begun. */
    List<Outcome> on(ExecutorService pool) {
        boolean finished = Tasks.run(pool, steps(), () -> ended.set(Optional.of(STOPPED)));
        if (!finished) {
            Thread.currentThread().interrupt();
        }
        return IntStream.range(0, changes.size()).mapToObj(outcomes::get).toList();
    }

    private List<Runnable> steps() {
        List<Runnable> steps = new ArrayList<>();
        Map<String, List<Integer>> deletes = new TreeMap<>();
        for (int i = 0; i < changes.size(); i++) {
            int index = i;
            if (changes.get(i) instanceof Change.DeleteTable delete) {
                deletes.computeIfAbsent(delete.database(), name -> new ArrayList<>())
                        .add(index);
            } else {
                steps.add(() -> change(index));
            }
        }
        deletes.forEach((database, indexes) ->
                batches(indexes).forEach(batch -> steps.add(() -> delete(database, batch))));
        return steps;
    }

    /** Only what may be deleted takes up room in a batch, so that the number of calls is the least possible. */
    private List<List<Integer>> batches(List<Integer> indexes) {
        List<Integer> allowed = indexes.stream().filter(this::mayBegin).toList();
        List<List<Integer>> batches = new ArrayList<>();
        for (int from = 0; from < allowed.size(); from += TableDeletion.BATCH) {
            batches.add(allowed.subList(from, Math.min(from + TableDeletion.BATCH, allowed.size())));
        }
        return batches;
    }

    private void change(int index) {
        if (!endedBefore(index) && mayBegin(index)) {
            settle(index, changes.get(index).match(writer));
        }
    }

    private void delete(String database, List<Integer> indexes) {
        List<Integer> open =
                indexes.stream().filter(index -> !endedBefore(index)).toList();
        if (open.isEmpty()) {
            return;
        }
        List<Outcome> deleted = writer.deleteTables(
                database,
                open.stream()
                        .map(changes::get)
                        .map(Change.DeleteTable.class::cast)
                        .toList());
        IntStream.range(0, open.size()).forEach(i -> settle(open.get(i), deleted.get(i)));
    }

    private boolean mayBegin(int index) {
        Optional<Outcome.Conflict> violated = preconditions.violated(changes.get(index));
        violated.ifPresent(conflict -> settle(index, conflict));
        return violated.isEmpty();
    }

    private boolean endedBefore(int index) {
        Optional<Outcome> end = progress.cancelled() ? Optional.of(STOPPED) : ended.get();
        end.ifPresent(outcome -> settle(index, outcome));
        return end.isPresent();
    }

    private void settle(int index, Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected && rejected.kind() == ErrorKind.AUTH) {
            ended.set(Optional.of(rejected));
        }
        outcomes.set(index, outcome);
        listener.happened(changes.get(index), outcome);
        progress.advance(1);
    }
}
