package io.catalogbridge.server.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For people: time, process, level, who says it, what, and for which request. */
final class TextLayout implements Layout {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    @Override
    public String line(ILoggingEvent event) {
        Map<String, String> mdc = event.getMDCPropertyMap();
        StringBuilder line = new StringBuilder()
                .append(TIME.format(Instant.ofEpochMilli(event.getTimeStamp()).atZone(ZoneId.systemDefault())))
                .append(" [")
                .append(PROCESS)
                .append("] ")
                .append(event.getLevel())
                .append(' ')
                .append(simple(event.getLoggerName()))
                .append(": ")
                .append(Printable.of(String.valueOf(event.getFormattedMessage())));
        if (event.getThrowableProxy() != null) {
            line.append(" | ").append(Printable.of(Thrown.summary(event.getThrowableProxy())));
        }
        append(line, REQUEST, mdc.get(REQUEST));
        append(line, TRACE, mdc.get(TRACE));
        return line.toString();
    }

    private static void append(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append(" [")
                    .append(name)
                    .append(' ')
                    .append(Printable.of(value))
                    .append(']');
        }
    }

    private static String simple(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
