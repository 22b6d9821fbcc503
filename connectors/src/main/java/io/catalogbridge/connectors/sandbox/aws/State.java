package io.catalogbridge.connectors.sandbox.aws;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the endpoint remembers. Reads see a state that holds still; writes happen one after another, and are in the journal
 * before anybody sees them. Thread-safe.
 */
final class State implements AutoCloseable {

    private static final int LINES_WORTH_COMPACTING = 1_000;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Entries entries;
    private final Journal journal;

    private State(Entries entries, Journal journal) {
        this.entries = entries;
        this.journal = journal;
    }

    /**
     * Opens the state kept in a folder, or an empty one that is not kept.
     *
     * @throws IOException when the folder cannot be used, is in use, or holds a damaged journal
     */
    static State open(@Nullable Path folder) throws IOException {
        return folder == null ? new State(new Entries(), Journal.NONE) : kept(folder);
    }

    <T> T read(Function<View, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(entries);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs a decision on the current state and makes its changes; none when it throws. */
    <T> T decide(Function<Draft, T> decision) {
        lock.writeLock().lock();
        try {
            Draft draft = new Draft(entries);
            T outcome = decision.apply(draft);
            commit(draft.changes());
            return outcome;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Like {@link #decide} for decisions without an outcome. */
    void write(Consumer<Draft> decision) {
        decide(draft -> {
            decision.accept(draft);
            return draft;
        });
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            journal.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void commit(List<Change> changes) {
        if (!changes.isEmpty()) {
            journal.append(changes);
            changes.forEach(change -> change.applyTo(entries));
        }
    }

    private static State kept(Path folder) throws IOException {
        Entries entries = new Entries();
        FileJournal journal = FileJournal.open(folder, change -> change.applyTo(entries));
        if (journal.lines() > LINES_WORTH_COMPACTING + 2L * entries.size()) {
            journal.rewrite(entries.asChanges());
        }
        return new State(entries, journal);
    }
}
