package io.catalogbridge.server.sync;

import io.catalogbridge.mapping.plan.Decision.Resolution;
import io.catalogbridge.server.store.Conflicts;
import io.catalogbridge.server.store.FoundConflict;
import io.catalogbridge.server.sync.SyncException.Reason;
import java.util.Optional;

/**
 * What people decide on conflicts: stored and audited here, obeyed by the next plan. Nothing is written outside our own store.
 * Thread-safe.
 */
public final class ConflictBook {

    private static final int NOTE_LENGTH = 1_000;

    private final SyncEnvironment environment;

    ConflictBook(SyncEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Conflicts of the last plans and decisions taken on them.
     *
     * @throws IllegalArgumentException if the cursor is not one that an earlier page returned
     */
    public Conflicts.Page page(Conflicts.Query query) {
        return environment.store().conflicts().page(environment.name(), query);
    }

    /**
     * Decides on a conflict; an earlier decision on the same field no longer counts. Deciding the same again changes nothing.
     *
     * @param note why; may be empty
     * @return the conflict with the decision
     * @throws SyncException if there is no such conflict, it cannot be decided so, or the environment is read-only
     */
    public FoundConflict resolve(String conflictId, Resolution resolution, String note, String actor) {
        requireWritable();
        FoundConflict conflict = require(conflictId);
        requirePossible(conflict, resolution);
        if (!decided(conflict, resolution, note)) {
            environment.store().conflicts().decide(environment.name(), conflict, resolution, shortened(note), actor);
            audit(conflict, resolution, note, actor);
        }
        return require(conflictId);
    }

    private void requireWritable() {
        if (environment.readOnly()) {
            throw new SyncException(
                    "environment " + environment.name() + " is read-only", "set sync.readOnly to false to decide");
        }
    }

    private FoundConflict require(String conflictId) {
        return environment
                .store()
                .conflicts()
                .find(environment.name(), conflictId)
                .orElseThrow(() -> new SyncException(
                        Reason.NOT_FOUND,
                        "there is no conflict " + conflictId + " in environment " + environment.name(),
                        "list the conflicts again: once Glue has changed, a conflict has another id"));
    }

    private static void requirePossible(FoundConflict conflict, Resolution resolution) {
        if (conflict.wholeObject() && resolution == Resolution.TAKE_SOURCE) {
            throw new SyncException(
                    conflict.subject() + " cannot be taken over by a decision: " + conflict.reason(),
                    "rename or remove it in Glue, or decide " + Resolution.KEEP_TARGET.label()
                            + " to leave it alone for good");
        }
    }

    private static boolean decided(FoundConflict conflict, Resolution resolution, String note) {
        return conflict.taken()
                .filter(conflict::holds)
                .filter(taken ->
                        taken.resolution() == resolution && taken.note().equals(shortened(note)))
                .isPresent();
    }

    private void audit(FoundConflict conflict, Resolution resolution, String note, String actor) {
        String field = conflict.wholeObject() ? "" : "#" + conflict.field();
        environment
                .store()
                .audit()
                .append(
                        actor,
                        "resolve",
                        environment.name(),
                        conflict.subject() + field,
                        null,
                        resolution.label(),
                        conflict.id()
                                + Optional.of(shortened(note))
                                        .filter(text -> !text.isEmpty())
                                        .map(text -> ": " + text)
                                        .orElse(""));
    }

    private static String shortened(String note) {
        return note.codePointCount(0, note.length()) <= NOTE_LENGTH
                ? note
                : note.substring(0, note.offsetByCodePoints(0, NOTE_LENGTH));
    }
}
