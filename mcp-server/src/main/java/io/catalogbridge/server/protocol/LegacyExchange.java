package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** A request of the era of sessions, in which the server may ask the client while the request runs. */
record LegacyExchange(McpAsyncServerExchange sdk, RunningCall call, String principal, boolean readsStructure)
        implements Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(LegacyExchange.class);

    private static final TypeRef<Map<String, @Nullable Object>> OBJECT = new TypeRef<>() {};
    private static final String LOGGER = "catalog-bridge";

    @Override
    public boolean acceptsTask() {
        return false;
    }

    @Override
    public Map<String, Reply> ask(List<Question> questions) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        questions.forEach(question -> replies.put(question.key(), ask(question)));
        return replies;
    }

    private Reply ask(Question question) {
        return declared(question.capability()) ? reply(asked(question)) : Reply.UNAVAILABLE;
    }

    private boolean declared(String capability) {
        ClientCapabilities capabilities = sdk.getClientCapabilities();
        return capabilities != null
                && switch (capability) {
                    case "elicitation" -> capabilities.elicitation() != null;
                    case "sampling" -> capabilities.sampling() != null;
                    case "roots" -> capabilities.roots() != null;
                    default -> false;
                };
    }

    private Mono<Reply> asked(Question question) {
        return switch (question.capability()) {
            case "elicitation" ->
                sdk.createElicitation(SdkJson.MAPPER.convertValue(question.params(), ElicitFormRequest.class))
                        .map(LegacyExchange::elicited);
            case "sampling" ->
                sdk.createMessage(SdkJson.MAPPER.convertValue(question.params(), CreateMessageRequest.class))
                        .map(LegacyExchange::accepted);
            default -> sdk.listRoots().map(LegacyExchange::accepted);
        };
    }

    private static Reply elicited(ElicitResult result) {
        return switch (result.action()) {
            case ACCEPT ->
                new Reply(Reply.Kind.ACCEPTED, result.content() == null ? Map.of() : Map.copyOf(result.content()));
            case DECLINE -> new Reply(Reply.Kind.DECLINED, Map.of());
            case CANCEL -> new Reply(Reply.Kind.CANCELLED, Map.of());
        };
    }

    private static Reply accepted(Object result) {
        return new Reply(Reply.Kind.ACCEPTED, SdkJson.MAPPER.convertValue(result, OBJECT));
    }

    /** Waits for the reply; a cancelled call waits no longer. */
    private Reply reply(Mono<Reply> asked) {
        CompletableFuture<Reply> reply = asked.toFuture();
        call.whenCancelled(() -> reply.cancel(false));
        try {
            return reply.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            LOG.debug("the call was cancelled while its client was asked");
        } catch (ExecutionException e) {
            LOG.info("the client did not answer a question: {}", String.valueOf(e.getCause()));
        }
        return new Reply(Reply.Kind.CANCELLED, Map.of());
    }

    @Override
    public void progress(Object token, double done, @Nullable Double total, String message) {
        ProgressNotification.Builder progress =
                ProgressNotification.builder(token, done).message(message);
        if (total != null) {
            progress.total(total);
        }
        send(sdk.progressNotification(progress.build()));
    }

    @Override
    public void log(LogLevel level, String text) {
        send(sdk.loggingNotification(LoggingMessageNotification.builder(LoggingLevel.valueOf(level.name()), text)
                .logger(LOGGER)
                .build()));
    }

    /** A client that no longer listens is no reason to stop working. */
    private static void send(Mono<Void> notification) {
        notification.onErrorComplete().block();
    }
}
