package io.catalogbridge.server.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/** Renders an event as one line, without secrets and whatever the event holds. */
@FunctionalInterface
interface Layout {

    /** Where the diagnostic context keeps our id of the request that is being answered. */
    String REQUEST = "request";

    /** Where it keeps the id of the trace that the request belongs to. */
    String TRACE = "trace";

    /** Ours, since several processes write to one file. */
    long PROCESS = ProcessHandle.current().pid();

    String line(ILoggingEvent event);

    static Layout of(LogFormat format) {
        return format == LogFormat.JSON ? new JsonLayout() : new TextLayout();
    }
}
