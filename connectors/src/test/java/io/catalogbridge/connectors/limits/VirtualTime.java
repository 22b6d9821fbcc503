package io.catalogbridge.connectors.limits;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only moves when somebody sleeps or a test says so. */
final class VirtualTime implements Ticker, Sleeper {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Duration oversleep;

    VirtualTime() {
        this(Duration.ZERO);
    }

    /** @param oversleep how much longer than asked every sleep takes */
    VirtualTime(Duration oversleep) {
        this.oversleep = oversleep;
    }

    void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    Duration since(long start) {
        return Duration.ofNanos(nanos() - start);
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void sleep(Duration duration) {
        advance(duration.plus(oversleep));
    }
}
