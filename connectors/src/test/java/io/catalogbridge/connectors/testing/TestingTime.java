package io.catalogbridge.connectors.testing;

import io.catalogbridge.connectors.http.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody sleeps, and then at once. Thread-safe. */
public final class TestingTime {

    private final Instant start;
    private final AtomicLong passed = new AtomicLong();

    public TestingTime() {
        this(Instant.parse("2026-03-01T12:00:00Z"));
    }

    public TestingTime(Instant start) {
        this.start = start;
    }

    /** Time and chance for the code under test. */
    public Timing timing() {
        return new Timing(clock(), passed::get, this::advance, new Random(1));
    }

    public Clock clock() {
        return new PassingClock();
    }

    public void advance(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    public Duration passed() {
        return Duration.ofNanos(passed.get());
    }

    private final class PassingClock extends Clock {
        @Override
        public Instant instant() {
            return start.plusNanos(passed.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
