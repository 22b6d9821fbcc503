package io.catalogbridge.server.protocol;

import java.util.UUID;
import org.slf4j.Logger;

/** A failure of ours: the log holds it in full, the client learns no more than where to look. */
final class Incident {

    private static final int LENGTH = 8;

    private Incident() {}

    /** Logs the failure and returns the id under which it is found. */
    static String log(Logger log, String what, Throwable failure) {
        String id = UUID.randomUUID().toString().substring(0, LENGTH);
        log.error("incident {}: {}", id, what, failure);
        return id;
    }

    static String text(String id) {
        return "Internal error; the server's log has it as incident " + id;
    }
}
