package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request of the stateless era: the client cannot be asked while it waits, so a call with a question ends, and begins anew
 * with the reply.
 */
record ModernExchange(ModernRequest request, RunningCall call, String caller, Replies replies, Notifier notifier)
        implements Exchange {

    private static final String LOGGER = "catalog-bridge";

    @Override
    public String principal() {
        return request.clientName() == null ? caller : caller + " via " + request.clientName();
    }

    @Override
    public boolean readsStructure() {
        return true;
    }

    @Override
    public boolean acceptsTask() {
        return request.declaresExtension(TaskMethods.EXTENSION);
    }

    /** Never asks for what the client has not declared. */
    @Override
    public Map<String, Reply> ask(List<Question> questions) {
        Map<String, Reply> said = new LinkedHashMap<>();
        List<Question> open = new ArrayList<>();
        for (Question question : questions) {
            if (!request.declares(question.capability())) {
                said.put(question.key(), Reply.UNAVAILABLE);
            } else {
                replies.to(question)
                        .ifPresentOrElse(reply -> said.put(question.key(), reply), () -> open.add(question));
            }
        }
        if (!open.isEmpty()) {
            throw new UnfinishedCall(open);
        }
        return said;
    }

    @Override
    public void progress(Object token, double done, @Nullable Double total, String message) {
        ObjectNode params = Wire.object().put("progress", done).put("message", message);
        params.putPOJO("progressToken", token);
        if (total != null) {
            params.put("total", total);
        }
        notifier.send("notifications/progress", params);
    }

    @Override
    public void log(LogLevel level, String text) {
        if (request.wants(level)) {
            notifier.send(
                    "notifications/message",
                    Wire.object()
                            .put("level", level.label())
                            .put("logger", LOGGER)
                            .put("data", text));
        }
    }
}
