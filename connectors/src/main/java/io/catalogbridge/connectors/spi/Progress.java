package io.catalogbridge.connectors.spi;

import java.time.Duration;

/** Told by connectors how far they are; implementations are thread-safe and never throw. */
public interface Progress {

    Progress NONE = new Progress() {};

    /**
     * A stage begins. A stage that begins again with another total has learned more.
     *
     * @param total steps expected, or -1 if unknown
     */
    default void stage(String name, long total) {}

    /** Steps of the current stage were done. */
    default void advance(long steps) {}

    /** The rate limit of a system makes us wait. */
    default void waiting(String system, Duration wait) {}

    /** True if the user wants the work to stop; asked between calls. */
    default boolean cancelled() {
        return false;
    }
}
