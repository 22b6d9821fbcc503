package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.server.store.RunFailure;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Store;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out runs of one environment in the background, one at a time; the store refuses a second one, whichever process it
 * is started in. Makes plans beside them. Its thread does not keep the process alive. Thread-safe.
 */
public final class JobQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

    /** Who asks for a run to stop when the process ends. */
    static final String SHUTDOWN = "catalog-bridge: shutdown";

    private static final Duration STOPPING = Duration.ofSeconds(20);
    private static final long IDLE_SECONDS = 30;

    /** A run may begin while the thread of the one before still has to end. */
    private static final int WAITING = 1;

    private final SyncEngine engine;
    private final Store store;
    private final String environment;
    private final Duration patience;
    private final PlanJobs plans;
    private final ThreadPoolExecutor executor;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    public JobQueue(SyncEngine engine, Store store, String environment) {
        this(engine, store, environment, STOPPING);
    }

    /** @param patience how long closing waits for a run to stop at a safe point */
    JobQueue(SyncEngine engine, Store store, String environment, Duration patience) {
        this.engine = engine;
        this.store = store;
        this.environment = environment;
        this.patience = patience;
        this.plans = new PlanJobs(engine);
        this.executor = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), JobQueue::thread);
        executor.allowCoreThreadTimeOut(true);
    }

    /** Plans in the making; stopped with this. */
    public PlanJobs plans() {
        return plans;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sync-run");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to apply a stored plan. When this returns, the run is in the store and outlives the process there.
     *
     * @throws SyncException if there is no such plan here, the environment is read-only, or another run is under way
     */
    public Job start(String planId, String actor) {
        SyncRun run = engine.begin(planId, actor);
        Job job = new Job(run.id());
        jobs.put(run.id(), job);
        try {
            executor.execute(() -> carryOut(run, job));
        } catch (RejectedExecutionException e) {
            run.abandon(new RunFailure("UNAVAILABLE", "the server is shutting down", true, "run again"));
            end(job);
            throw new SyncException(SyncException.Reason.CONFLICT, "the server is shutting down", "run again later");
        }
        return job;
    }

    private void carryOut(SyncRun run, Job job) {
        try {
            run.execute(job.progress(), job::recorded);
        } catch (ConnectorException e) {
            LOG.warn("run {} failed: {}: {}", run.id(), e.object(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("run {} failed", run.id(), e);
        } finally {
            end(job);
            SpentMemory.giveBack();
        }
    }

    private void end(Job job) {
        job.end(() -> jobs.remove(job.runId()));
    }

    /** A run that goes on in this process. */
    public Optional<Job> find(String runId) {
        return Optional.ofNullable(jobs.get(runId));
    }

    /**
     * Asks a run to stop at its next safe point, in whichever process it is. What was applied stays applied.
     *
     * @return the run as it was before; if it had ended already, nothing was asked. Empty if there is no such run here.
     */
    public Optional<Run> cancel(String runId, String actor) {
        Optional<Run> run =
                store.runs().find(runId).filter(each -> each.environment().equals(environment));
        run.filter(Run::running).ifPresent(running -> stop(running.id(), actor));
        return run;
    }

    private void stop(String runId, String actor) {
        if (store.runs().requestStop(runId, actor)) {
            store.audit().append(actor, "cancel", environment, runId, null, "requested", "");
        }
        find(runId).ifPresent(Job::stop);
    }

    /** Takes nothing more and asks what goes on to stop at its next safe point; does not wait for it. */
    public void stop() {
        executor.shutdown();
        plans.stop();
        jobs.keySet().forEach(runId -> stop(runId, SHUTDOWN));
    }

    /** The same, and waits until it has stopped. */
    @Override
    public void close() {
        stop();
        try {
            if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a run has not come to a safe point within {} s and is left to itself", patience.toSeconds());
            }
            if (!plans.drained(patience)) {
                LOG.warn("planning has not stopped within {} s and is left to itself", patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
