package io.catalogbridge.connectors.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets the calling thread wait. Thread-safe; may wait somewhat longer than asked. */
@FunctionalInterface
public interface Sleeper {

    Sleeper SYSTEM = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    void sleep(Duration duration) throws InterruptedException;
}
