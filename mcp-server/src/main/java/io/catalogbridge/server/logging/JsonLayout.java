package io.catalogbridge.server.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * For programs: one object per line with {@code time} (UTC), {@code process} (a number), {@code level}, {@code logger},
 * {@code message} and, where there is one, {@code error}, {@code request} (which of the process's calls it was logged for) and
 * {@code trace}.
 */
final class JsonLayout implements Layout {

    @Override
    public String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder("{");
        add(line, "time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        line.append(",\"process\":").append(PROCESS);
        add(line, "level", event.getLevel().toString());
        add(line, "logger", event.getLoggerName());
        add(line, "message", Printable.of(String.valueOf(event.getFormattedMessage())));
        if (event.getThrowableProxy() != null) {
            add(line, "error", Printable.of(Thrown.summary(event.getThrowableProxy())));
        }
        add(line, REQUEST, event.getMDCPropertyMap().get(REQUEST));
        add(line, TRACE, event.getMDCPropertyMap().get(TRACE));
        return line.append('}').toString();
    }

    private static void add(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append(line.length() == 1 ? "\"" : ",\"").append(name).append("\":\"");
            JsonStringEncoder.getInstance().quoteAsString(value, line);
            line.append('"');
        }
    }
}
