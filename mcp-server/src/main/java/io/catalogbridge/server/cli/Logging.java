package io.catalogbridge.server.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the log on standard error says. */
final class Logging {

    private Logging() {}

    /** Warnings only; with one {@code -v} what we do, with two every call. */
    static void configure(int verbosity) {
        if (LoggerFactory.getLogger("io.catalogbridge") instanceof Logger logger) {
            logger.setLevel(verbosity == 0 ? Level.WARN : verbosity == 1 ? Level.INFO : Level.DEBUG);
        }
    }
}
