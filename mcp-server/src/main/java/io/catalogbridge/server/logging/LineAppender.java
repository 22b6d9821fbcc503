package io.catalogbridge.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.function.Consumer;

/** Writes what is at least this important, a line at a time. */
final class LineAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Level least;
    private final Layout layout;
    private final Consumer<String> lines;

    /** @param lines takes a line without its end; may be called from several threads at once */
    LineAppender(String name, Level least, Layout layout, Consumer<String> lines) {
        setName(name);
        this.least = least;
        this.layout = layout;
        this.lines = lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(least)) {
            lines.accept(layout.line(event));
        }
    }
}
