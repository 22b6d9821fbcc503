package io.catalogbridge.server.sync;

import io.catalogbridge.server.store.Runs.Position;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Runs.Tally;
import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.sync.BackgroundWork.Listening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of changes of runs. Those of this process say so themselves; for those of others the store is asked once a second,
 * and only while somebody watches one that has not ended. Thread-safe.
 */
public final class RunWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    private final Supplier<Store> store;
    private final Supplier<JobQueue> jobs;
    private final String environment;
    private final Pacemaker pacemaker;
    private final Map<Object, Foreign> watched = new ConcurrentHashMap<>();
    private @Nullable Listening ticking;

    /** Store and jobs are asked for when somebody first watches. */
    public RunWatch(Supplier<Store> store, Supplier<JobQueue> jobs, String environment, Pacemaker pacemaker) {
        this.store = store;
        this.jobs = jobs;
        this.environment = environment;
        this.pacemaker = pacemaker;
    }

    /**
     * Watches a run; one that has ended, or that does not exist, never changes.
     *
     * @param changed runs after a change, at most about once a second and at the end, on a thread of ours; returns quickly
     */
    public Listening watch(String runId, Runnable changed) {
        Optional<Job> job = jobs.get().find(runId);
        Optional<Run> run =
                store.get().runs().find(runId).filter(each -> each.environment().equals(environment));
        if (run.filter(Run::running).isEmpty()) {
            return () -> {};
        }
        return job.map(each -> each.listen(changed)).orElseGet(() -> poll(run.get(), changed));
    }

    private Listening poll(Run run, Runnable changed) {
        Object key = new Object();
        watched.put(key, new Foreign(run.id(), State.of(run), changed));
        adjust();
        return () -> {
            watched.remove(key);
            adjust();
        };
    }

    /** Asks only while there is somebody to tell. */
    private synchronized void adjust() {
        if (watched.isEmpty() && ticking != null) {
            ticking.close();
            ticking = null;
        } else if (!watched.isEmpty() && ticking == null) {
            ticking = pacemaker.everySecond(this::look);
        }
    }

    private void look() {
        try {
            watched.forEach(this::look);
        } catch (RuntimeException e) {
            LOG.warn("runs of other processes could not be looked at: {}", e.getMessage());
        }
        adjust();
    }

    private void look(Object key, Foreign known) {
        Optional<Run> run = store.get().runs().find(known.runId());
        State now = run.map(State::of).orElse(known.state());
        boolean watching = run.filter(Run::running).isPresent()
                ? watched.replace(key, known, new Foreign(known.runId(), now, known.changed()))
                : watched.remove(key, known);
        if (watching && !now.equals(known.state())) {
            known.changed().run();
        }
    }

    private record Foreign(String runId, State state, Runnable changed) {}

    /** What makes a run another one to those who look at it. */
    private record State(RunOutcome outcome, Position position, Tally tally, List<String> cancelledBy) {
        static State of(Run run) {
            return new State(
                    run.outcome(),
                    run.position(),
                    run.tally(),
                    run.cancelledBy() == null ? List.of() : List.of(run.cancelledBy()));
        }
    }
}
