package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.Question;
import java.util.List;

/**
 * Ends a call that cannot go on before the client has answered: it is asked in the result, and calls again with the replies.
 * Thrown through tools, which must not catch it.
 */
final class UnfinishedCall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Question> questions;

    UnfinishedCall(List<Question> questions) {
        super("the client must answer first", null, false, false);
        this.questions = List.copyOf(questions);
    }

    List<Question> questions() {
        return questions;
    }
}
