package io.catalogbridge.server.bridge;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is opened when it is first asked for, once, and closed only if it was opened. */
final class Lazy<T> implements AutoCloseable {

    private final Supplier<T> opener;
    private final Consumer<T> closer;
    private @Nullable T value;

    Lazy(Supplier<T> opener, Consumer<T> closer) {
        this.opener = opener;
        this.closer = closer;
    }

    synchronized T get() {
        T opened = value;
        if (opened == null) {
            opened = opener.get();
            value = opened;
        }
        return opened;
    }

    /** Does something with it if it was opened. */
    synchronized void ifOpened(Consumer<T> work) {
        if (value != null) {
            work.accept(value);
        }
    }

    @Override
    public synchronized void close() {
        if (value != null) {
            closer.accept(value);
            value = null;
        }
    }
}
