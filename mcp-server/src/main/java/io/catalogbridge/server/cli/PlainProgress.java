package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.spi.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lines for logs: one when a stage begins, then one every few seconds with what was done, the rate and what remains. */
final class PlainProgress implements Progress {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintStream err;
    private final Clock clock;
    private String stage = "";
    private long total = -1;
    private long done;
    private Instant begun = Instant.EPOCH;
    private Instant spoken = Instant.EPOCH;

    PlainProgress(PrintStream err, Clock clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public synchronized void stage(String name, long steps) {
        if (!stage.equals(name)) {
            stage = name;
            done = 0;
            begun = clock.instant();
            spoken = begun;
            err.println(steps > 0 ? name + ": " + steps : name);
        }
        total = steps;
    }

    @Override
    public synchronized void advance(long steps) {
        done += steps;
        Instant now = clock.instant();
        if (Duration.between(spoken, now).compareTo(PAUSE) >= 0) {
            spoken = now;
            err.println(stage + ": " + done + (total > 0 ? " of " + total : "") + speed(now));
        }
    }

    private String speed(Instant now) {
        double seconds = Math.max(0.001, Duration.between(begun, now).toMillis() / 1000.0);
        double rate = done / seconds;
        String remaining = total > done ? ", " + Math.round((total - done) / Math.max(rate, 0.001)) + " s left" : "";
        return String.format(java.util.Locale.ROOT, " (%.1f/s%s)", rate, remaining);
    }

    @Override
    public synchronized void waiting(String system, Duration wait) {
        Instant now = clock.instant();
        boolean worthSaying = wait.compareTo(Duration.ofSeconds(1)) >= 0;
        if (worthSaying && Duration.between(spoken, now).compareTo(PAUSE) >= 0) {
            spoken = now;
            err.println(stage + ": " + wait(system, wait));
        }
    }

    /** What is waited for, a rate limit unless a call is to be tried again. */
    static String wait(String system, Duration wait) {
        String seconds = "waiting " + wait.toSeconds() + " s ";
        return system.equals("retry") ? seconds + "before trying again" : seconds + "for the rate limit of " + system;
    }
}
