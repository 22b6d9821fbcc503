package io.catalogbridge.connectors.limits;

import io.catalogbridge.connectors.spi.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets calls to one system, account and group of operations through at a rate that adapts to what the system bears.
 *
 * <p>Starts at the configured ceiling. When the system throttles, the rate is halved (once per second at most, down to a
 * sixteenth of the ceiling) and nobody calls until the time the system asked for has passed. Every success raises the
 * rate again, by about 5 % of the ceiling per second. Callers are served in the order in which they came.
 *
 * <p>Thread-safe; meant to be shared by everybody who calls the system.
 */
public final class AdaptiveRateLimiter {

    private static final Duration NOTICEABLE = Duration.ofMillis(200);
    private static final long LONGEST_NAP = Duration.ofSeconds(1).toNanos();

    private final String system;
    private final RateLimit limit;
    private final Ticker ticker;
    private final Sleeper sleeper;
    private final long origin;
    private final ReentrantLock turnstile = new ReentrantLock(true);
    private final TokenBucket bucket;

    private int waiting;
    private long granted;
    private long throttled;
    private long firstGrant;
    private long lastGrant;

    /**
     * @param system what is limited, as people are told of it, such as {@code glue writes}
     */
    public AdaptiveRateLimiter(String system, RateLimit limit) {
        this(system, limit, Ticker.SYSTEM, Sleeper.SYSTEM);
    }

    public AdaptiveRateLimiter(String system, RateLimit limit, Ticker ticker, Sleeper sleeper) {
        this.system = system;
        this.limit = limit;
        this.ticker = ticker;
        this.sleeper = sleeper;
        this.origin = ticker.nanos();
        this.bucket = new TokenBucket(limit);
    }

    /**
     * Returns when the next call may be made. A wait that a person would notice is told to the progress.
     *
     * @throws InterruptedException  if the thread is interrupted while it waits
     * @throws CancellationException if the progress says so while it waits
     */
    public void acquire(Progress progress) throws InterruptedException {
        if (passedAtOnce()) {
            return;
        }
        try {
            tellOfWait(progress);
            waitForTurn(progress);
        } finally {
            leave();
        }
    }

    /**
     * The system refused a call because there were too many.
     *
     * @param retryAfter how long the system asks to be left alone; empty if it does not say
     */
    public synchronized void throttled(Optional<Duration> retryAfter) {
        throttled++;
        bucket.lower(now());
        retryAfter.filter(pause -> !pause.isNegative()).ifPresent(pause -> bucket.close(now(), pause.toNanos()));
    }

    /** The system answered a call without complaint about their number. */
    public synchronized void succeeded() {
        bucket.raise(now());
    }

    public synchronized RateState state() {
        return new RateState(
                system,
                bucket.rate(),
                limit.perSecond(),
                bucket.tokens(now()),
                waiting,
                Duration.ofNanos(bucket.closedFor(now())),
                granted,
                throttled,
                utilisation());
    }

    /** Only where nobody waits, so that nobody is overtaken; otherwise the caller counts as waiting. */
    private synchronized boolean passedAtOnce() {
        if (waiting == 0 && take() == 0) {
            return true;
        }
        waiting++;
        return false;
    }

    private void tellOfWait(Progress progress) {
        Duration expected = expectedWait();
        if (expected.compareTo(NOTICEABLE) >= 0) {
            progress.waiting(system, expected);
        }
    }

    private synchronized Duration expectedWait() {
        return Duration.ofNanos(bucket.waitFor(waiting, now()));
    }

    /** The lock is the queue: its holder waits for the next token, all others for the lock, in order. */
    private void waitForTurn(Progress progress) throws InterruptedException {
        turnstile.lockInterruptibly();
        try {
            waitForToken(progress);
        } finally {
            turnstile.unlock();
        }
    }

    /** Short naps, since meanwhile the rate may change, the system may ask for a pause, or the user may lose patience. */
    private void waitForToken(Progress progress) throws InterruptedException {
        for (long wait = take(); wait > 0; wait = take()) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled while waiting for the rate limit of " + system);
            }
            sleeper.sleep(Duration.ofNanos(Math.min(wait, LONGEST_NAP)));
        }
    }

    private synchronized long take() {
        long now = now();
        long wait = bucket.take(now);
        if (wait == 0) {
            firstGrant = granted == 0 ? now : firstGrant;
            lastGrant = now;
            granted++;
        }
        return wait;
    }

    private synchronized void leave() {
        waiting--;
    }

    private double utilisation() {
        if (granted == 0 || limit.unlimited()) {
            return 0;
        }
        double seconds = (lastGrant - firstGrant) / 1e9;
        return Math.min(1, granted / (limit.burst() + seconds * limit.perSecond()));
    }

    private long now() {
        return ticker.nanos() - origin;
    }
}
