package io.catalogbridge.server.surface;

import io.catalogbridge.connectors.spi.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The same for several questions at once, where the protocol can; the replies by key. */
    default Map<String, Reply> ask(List<Question> questions) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        questions.forEach(question -> replies.put(question.key(), ask(question)));
        return replies;
    }

    /** Tells the client something worth its log, if it wants to hear it. */
    void log(LogLevel level, String text);
}
