package io.catalogbridge.server.cli;

import io.catalogbridge.server.protocol.RequestObserver;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line to the log for every request, and passes on that it was answered. Arguments and results are not logged. */
record RequestLog(RequestObserver next) implements RequestObserver {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    @Override
    public void answered(String method, Outcome outcome, Duration took) {
        LOG.info("{} {} in {} ms", method, outcome.name().toLowerCase(Locale.ROOT), took.toMillis());
        next.answered(method, outcome, took);
    }
}
