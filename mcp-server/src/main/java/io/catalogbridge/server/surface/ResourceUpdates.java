package io.catalogbridge.server.surface;

/** Announces changes of resources. Thread-safe. */
@FunctionalInterface
public interface ResourceUpdates {

    /** Nothing ever changes. */
    ResourceUpdates NONE = (uri, changed) -> () -> {};

    /**
     * Watches a resource until the watch is closed.
     *
     * @param changed runs after each change, on a thread of the announcer; returns quickly
     */
    Watch watch(String uri, Runnable changed);

    /** Ends with {@link #close}, which may be called more than once. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
