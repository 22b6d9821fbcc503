package io.catalogbridge.server.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/** An exception in one line: its causes, each with the places nearest to it. */
final class Thrown {

    private static final int CAUSES = 5;
    private static final int FRAMES = 8;

    private Thrown() {}

    static String summary(IThrowableProxy thrown) {
        StringBuilder text = new StringBuilder();
        @Nullable IThrowableProxy each = thrown;
        for (int depth = 0; each != null && depth < CAUSES; depth++) {
            append(text.append(depth == 0 ? "" : "; caused by "), each);
            each = each.getCause();
        }
        return text.toString();
    }

    private static void append(StringBuilder text, IThrowableProxy thrown) {
        text.append(thrown.getClassName());
        if (thrown.getMessage() != null) {
            text.append(": ").append(thrown.getMessage());
        }
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        for (int i = 0; i < frames.length && i < FRAMES; i++) {
            text.append(' ').append(frames[i].getSTEAsString());
        }
    }
}
