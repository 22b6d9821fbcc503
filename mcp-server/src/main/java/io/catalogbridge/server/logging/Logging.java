package io.catalogbridge.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.time.Clock;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Sets the process's log up. */
public final class Logging {

    static final String OURS = "io.catalogbridge";

    /** Libraries that complain of what clients send; the client hears of it, and the log is not theirs to fill. */
    private static final List<String> COMPLAINING = List.of("io.modelcontextprotocol", "org.eclipse.jetty", "reactor");

    /** Take a client that goes away, or sends what is no message, for an error of the server. */
    private static final List<String> TRANSPORTS =
            List.of("io.modelcontextprotocol.server.transport", "io.modelcontextprotocol.spec.McpTransport");

    private static final String FILE = "catalog-bridge.log";

    private Logging() {}

    /** Replaces whatever was set up before. */
    public static synchronized void configure(LogSettings settings) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            configure(context, settings);
        }
    }

    static void configure(LoggerContext context, LogSettings settings) {
        quiet(context);
        Level shown = settings.verbosity() == 0 ? Level.WARN : settings.verbosity() == 1 ? Level.INFO : Level.DEBUG;
        Layout layout = Layout.of(settings.format());
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(started(new LineAppender("stderr", shown, layout, System.err::println), context));
        settings.folder().ifPresent(folder -> {
            LogFile file = new LogFile(folder.resolve(FILE), LogFile.Bounds.DEFAULT, Clock.systemUTC());
            root.addAppender(started(new LineAppender("file", Level.DEBUG, layout, file::append), context));
        });
        Level kept = settings.folder().isPresent() && shown.isGreaterOrEqual(Level.INFO) ? Level.INFO : shown;
        context.getLogger(OURS).setLevel(kept);
    }

    /** Warnings only, on standard error. */
    static void quiet(LoggerContext context) {
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        COMPLAINING.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
        TRANSPORTS.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
        if (!root.iteratorForAppenders().hasNext()) {
            root.addAppender(started(
                    new LineAppender("stderr", Level.WARN, Layout.of(LogFormat.TEXT), System.err::println), context));
        }
    }

    private static LineAppender started(LineAppender appender, LoggerContext context) {
        appender.setContext(context);
        appender.start();
        return appender;
    }
}
