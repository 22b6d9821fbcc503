package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.server.sync.SyncException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes plans in the background, for callers that wait less long than that may take: who asks for a plan that is in the making
 * waits for that one, and who comes back soon after its end gets it. Its threads do not keep the process alive. Thread-safe.
 */
public final class PlanJobs {

    private static final int AT_ONCE = 4;
    private static final long IDLE_SECONDS = 30;

    /** How long a plan waits for a caller to come back; older ones say too little of the present. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final SyncEngine engine;
    private final Clock clock;
    private final ThreadPoolExecutor executor;
    private final Map<Question, PlanJob> jobs = new HashMap<>();

    PlanJobs(SyncEngine engine) {
        this.engine = engine;
        this.clock = engine.clock();
        this.executor = new ThreadPoolExecutor(
                0, AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), PlanJobs::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sync-plan");
        thread.setDaemon(true);
        return thread;
    }

    /** What is asked for. */
    private record Question(DiscoveryScope scope, boolean verify) {}

    /**
     * Begins to make a plan, or joins those who wait for the same. Whoever joins {@linkplain #leave leaves}.
     *
     * @throws SyncException if too many others are in the making, or the process ends
     */
    public synchronized PlanJob join(DiscoveryScope scope, boolean verify, String actor) {
        jobs.values().removeIf(job -> job.forgottenSince(clock.instant().minus(KEPT)));
        Question question = new Question(scope, verify);
        PlanJob job = jobs.containsKey(question) ? jobs.get(question) : begin(question, actor);
        job.join();
        return job;
    }

    private PlanJob begin(Question question, String actor) {
        PlanJob job = new PlanJob();
        try {
            executor.execute(() -> make(question, actor, job));
        } catch (RejectedExecutionException e) {
            throw new SyncException(
                    Reason.CONFLICT,
                    executor.isShutdown() ? "the server is shutting down" : AT_ONCE + " plans are being made already",
                    "plan again later");
        }
        jobs.put(question, job);
        return job;
    }

    private void make(Question question, String actor, PlanJob job) {
        try {
            job.done(engine.plan(question.scope(), question.verify(), actor, job.progress()), clock.instant());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            job.failed(e, clock.instant());
        } finally {
            job.end(() -> {});
        }
    }

    /**
     * What came of it, once it has ended, for all who wait now; whoever asks later gets a new one.
     *
     * @throws io.catalogbridge.connectors.spi.ConnectorException if the tenant or Glue could not be read at all
     * @throws SyncException if it was stopped
     */
    public synchronized Planned take(PlanJob job) {
        jobs.values().remove(job);
        return job.planned();
    }

    /**
     * A caller waits no longer. What nobody waits for any more is stopped, unless the last one means to come back.
     */
    public synchronized void leave(PlanJob job, boolean comesBack) {
        if (job.leave() && !comesBack) {
            jobs.values().remove(job);
            job.stop();
        }
    }

    /** Takes nothing more and asks what goes on to stop; does not wait for it. */
    synchronized void stop() {
        executor.shutdown();
        jobs.values().forEach(PlanJob::stop);
    }

    /** Waits until everything has stopped; false if it takes longer than this. */
    boolean drained(Duration most) throws InterruptedException {
        return executor.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
