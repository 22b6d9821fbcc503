package io.catalogbridge.server.surface;

import io.catalogbridge.connectors.spi.Progress;

/**
 * What every request brings along, whatever protocol carried it. Serves one call; thread-safe.
 */
public interface CallScope {

    /** Who calls, as the audit records it. */
    String principal();

    /** Told how far the work is; also says whether the caller has lost interest. */
    Progress progress();

    /**
     * Asks the person in front of the client and waits for the reply. Where the protocol cannot wait, the call ends here and is
     * made once more, with the same arguments and the reply, from the start: so ask before anything is changed, and always the
     * same question for the same arguments.
     *
     * @return what was said; {@link Reply.Kind#UNAVAILABLE} if this client has nobody to ask
     */
    Reply ask(Question question);

    /** Tells the client something worth its log, if it wants to hear it. */
    void log(LogLevel level, String text);
}
