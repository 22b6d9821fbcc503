package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client has answered so far in a call that it makes again and again (MCP 2026-07-28, multi round-trip requests).
 * Answers to what nobody asked are ignored; what is no answer counts as none.
 *
 * @param state what we handed out when we asked, verified
 * @param fresh what came with this request, by key
 */
record Replies(RequestState.Content state, Map<String, Object> fresh) {

    private static final List<String> NOT_BOUND = List.of("_meta", "inputResponses", "requestState");

    /**
     * Reads them off a request.
     *
     * @throws Refusal if the state is not one that we handed out to this caller for this very request
     */
    static Replies of(String method, Params params, String caller, RequestState states) throws Refusal {
        Object state = params.any("requestState");
        RequestState.Content content =
                state == null ? RequestState.Content.EMPTY : states.open(state, binding(method, params, caller));
        return new Replies(content, Params.values(params.any("inputResponses")));
    }

    /** What a state is bound to: who calls, and what is to be done. */
    static String binding(String method, Params params, String caller) {
        Map<String, Object> bound = new TreeMap<>(params.values());
        bound.keySet().removeAll(NOT_BOUND);
        return RequestState.digest(caller + "\n" + method + "\n" + Wire.object(bound));
    }

    /** The reply to this question, if there is one that counts. */
    Optional<Reply> to(Question question) {
        String key = question.key();
        String digest = digest(question);
        if (state.answered().containsKey(key)) {
            return digest.equals(state.asked().get(key))
                    ? read(question, state.answered().get(key))
                    : Optional.empty();
        }
        if (question.bound() && !digest.equals(state.asked().get(key))) {
            return Optional.empty();
        }
        return read(question, fresh.get(key));
    }

    private static String digest(Question question) {
        return RequestState.digest(Wire.object(question.params()).toString());
    }

    /** What a client said to a question; nothing if it is no answer. */
    static Optional<Reply> read(Question question, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        if (!question.capability().equals("elicitation")) {
            return Optional.of(new Reply(Reply.Kind.ACCEPTED, members(map)));
        }
        return switch (String.valueOf(map.get("action"))) {
            case "accept" -> Optional.of(new Reply(Reply.Kind.ACCEPTED, members(map.get("content"))));
            case "decline" -> Optional.of(new Reply(Reply.Kind.DECLINED, Map.of()));
            case "cancel" -> Optional.of(new Reply(Reply.Kind.CANCELLED, Map.of()));
            default -> Optional.empty();
        };
    }

    private static Map<String, @Nullable Object> members(@Nullable Object object) {
        return new LinkedHashMap<>(Params.values(object));
    }

    /** What is handed out with these questions: all that was asked, and what has been answered of it. */
    RequestState.Content asking(List<Question> questions) {
        Map<String, String> asked = new TreeMap<>(state.asked());
        Map<String, Object> answered = new TreeMap<>(state.answered());
        fresh.forEach((key, value) -> {
            if (state.asked().containsKey(key)) {
                answered.putIfAbsent(key, value);
            }
        });
        for (Question question : questions) {
            asked.put(question.key(), digest(question));
            answered.remove(question.key());
        }
        return new RequestState.Content(asked, answered);
    }
}
