package io.catalogbridge.connectors.limits;

/** A monotonic time in nanoseconds from an arbitrary origin. Thread-safe. */
@FunctionalInterface
public interface Ticker {

    Ticker SYSTEM = System::nanoTime;

    long nanos();
}
