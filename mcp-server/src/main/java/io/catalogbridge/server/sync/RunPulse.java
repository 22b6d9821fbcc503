package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.store.Runs;
import io.catalogbridge.server.store.Runs.Position;
import io.catalogbridge.server.store.Runs.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The progress of a run. Passes it on to whoever waits for it, writes it into the store at most once a second, and hears on
 * that occasion whether somebody, perhaps in another process, wants the run to stop. Thread-safe.
 */
final class RunPulse implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(RunPulse.class);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Runs runs;
    private final String runId;
    private final Progress caller;
    private final Clock clock;
    private final Runnable recorded;
    private final ReentrantLock beating = new ReentrantLock();
    private Position position = Position.START;
    private volatile Instant last;
    private volatile boolean stopped;

    /** @param recorded runs after the store has learned something */
    RunPulse(Runs runs, String runId, Progress caller, Clock clock, Runnable recorded) {
        this.runs = runs;
        this.runId = runId;
        this.caller = caller;
        this.clock = clock;
        this.recorded = recorded;
        this.last = clock.instant();
    }

    @Override
    public void stage(String name, long total) {
        begin(name, total);
        caller.stage(name, total);
        beatIfDue();
    }

    private synchronized void begin(String name, long total) {
        long done = name.equals(position.stage()) ? position.done() : 0;
        position = new Position(name, done, total);
    }

    @Override
    public void advance(long steps) {
        move(steps);
        caller.advance(steps);
        beatIfDue();
    }

    private synchronized void move(long steps) {
        position = new Position(position.stage(), position.done() + steps, position.total());
    }

    private synchronized Position position() {
        return position;
    }

    @Override
    public void waiting(String system, Duration wait) {
        caller.waiting(system, wait);
        beatIfDue();
    }

    /** Once true, always true. */
    @Override
    public boolean cancelled() {
        beatIfDue();
        if (!stopped && caller.cancelled()) {
            stopped = true;
        }
        return stopped;
    }

    /** Only one thread writes; the others have work to do. */
    private void beatIfDue() {
        if (due() && beating.tryLock()) {
            try {
                if (due()) {
                    last = clock.instant();
                    beat();
                }
            } finally {
                beating.unlock();
            }
        }
    }

    /** A clock that was put back does not silence a run. */
    private boolean due() {
        return Duration.between(last, clock.instant()).abs().compareTo(INTERVAL) >= 0;
    }

    /** A store that cannot be written now may be so again; outcomes are what must not be lost. */
    private void beat() {
        try {
            if (runs.beat(runId, position()) != Wish.GO_ON) {
                stopped = true;
            }
        } catch (RuntimeException e) {
            LOG.warn("the progress of run {} could not be recorded: {}", runId, e.getMessage());
        }
        recorded.run();
    }
}
