package io.catalogbridge.server.protocol;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tools, resources and prompts see of an exchange. */
record Scope(Exchange exchange, ToolArguments arguments, Progress progress) implements ToolCall {

    private static final int LOG_LENGTH = 4_000;

    static Scope of(Exchange exchange, ToolArguments arguments, @Nullable Object progressToken) {
        return new Scope(exchange, arguments, ProgressNotifications.of(exchange, progressToken));
    }

    @Override
    public String principal() {
        return exchange.principal();
    }

    @Override
    public boolean acceptsTask() {
        return exchange.acceptsTask();
    }

    @Override
    public Reply ask(Question question) {
        return ask(List.of(question)).getOrDefault(question.key(), Reply.UNAVAILABLE);
    }

    @Override
    public Map<String, Reply> ask(List<Question> questions) {
        return exchange.ask(questions);
    }

    @Override
    public void log(LogLevel level, String text) {
        exchange.call()
                .report(() -> exchange.log(level, text.length() <= LOG_LENGTH ? text : text.substring(0, LOG_LENGTH)));
    }
}
