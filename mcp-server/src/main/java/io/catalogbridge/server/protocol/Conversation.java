package io.catalogbridge.server.protocol;

import io.catalogbridge.server.protocol.Message.Answer;
import io.catalogbridge.server.protocol.Message.Malformed;
import io.catalogbridge.server.protocol.Message.Notification;
import io.catalogbridge.server.protocol.Message.Request;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpServerSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with each message of a client that has a pair of streams to itself: requests run in the pool, those of the era
 * of sessions through the SDK's session, those of the stateless era without one. Messages arrive on one thread, which no
 * request ever holds up.
 */
final class Conversation implements Message.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    static final String CANCELLED = "notifications/cancelled";

    /** Answered at once and in order; nothing of ours is asked for them. */
    private static final Set<String> IMMEDIATE = Set.of(McpSchema.METHOD_INITIALIZE, McpSchema.METHOD_PING);

    private final McpServerSession session;
    private final ModernEra modern;
    private final String user;
    private final MessageWriter writer;
    private final RunningCalls calls;
    private final CallPool pool;
    private final ConcurrentMap<Object, Subscription> subscriptions = new ConcurrentHashMap<>();

    Conversation(Protocol protocol, String user, MessageWriter writer, RunningCalls calls, CallPool pool) {
        this.session = protocol.session(calls).over(new LineTransport(writer));
        this.modern = protocol.modern();
        this.user = user;
        this.writer = writer;
        this.calls = calls;
        this.pool = pool;
    }

    @Override
    public void request(Request request) {
        try {
            accept(request);
        } catch (Refusal refusal) {
            writer.error(request.id(), refusal);
        }
    }

    private void accept(Request request) throws Refusal {
        RunningCall call = calls.begin(request.id())
                .orElseThrow(() ->
                        new Refusal(Refusal.INVALID_REQUEST, "Invalid request: a call with this id is under way"));
        if (IMMEDIATE.contains(request.method()) && !ModernEra.speaks(request.method(), request.params())) {
            run(request, call);
        } else if (!pool.offer(() -> run(request, call))) {
            calls.end(request.id(), call);
            throw new Refusal(
                    Refusal.INTERNAL_ERROR, "Too many calls are waiting; call again when some have been answered");
        }
    }

    private void run(Request request, RunningCall call) {
        boolean open = false;
        try {
            if (call.cancelled()) {
                LOG.debug("a call was cancelled before it began");
            } else if (!ModernEra.speaks(request.method(), request.params())) {
                handle(new JSONRPCRequest(request.method(), request.id(), request.params()), context(request, call));
            } else if (request.method().equals(ModernEra.LISTEN)) {
                open = listen(request, call);
            } else {
                answer(request, call);
            }
        } catch (RuntimeException e) {
            Refusal refusal = new Refusal(Refusal.INTERNAL_ERROR, Incident.text(Incident.log(LOG, "a call failed", e)));
            finish(request, call, () -> writer.error(request.id(), refusal));
        } finally {
            if (!open) {
                calls.end(request.id(), call);
            }
        }
    }

    private McpTransportContext context(Request request, RunningCall call) {
        return new LegacyContext(user, request.id(), call).carried();
    }

    private void handle(JSONRPCMessage message, McpTransportContext context) {
        session.handle(message)
                .contextWrite(values -> values.put(McpTransportContext.KEY, context))
                .block();
    }

    private void answer(Request request, RunningCall call) {
        try {
            Object result = modern.answer(request.method(), request.params(), user, call, writer::notification);
            finish(request, call, () -> writer.result(request.id(), result));
        } catch (Refusal refusal) {
            finish(request, call, () -> writer.error(request.id(), refusal));
        }
    }

    /** The id is free before the answer is there: its client may use it again at once. */
    private void finish(Request request, RunningCall call, Runnable write) {
        if (call.finish()) {
            calls.end(request.id(), call);
            write.run();
        }
    }

    /** True if the subscription stays open. */
    private boolean listen(Request request, RunningCall call) {
        try {
            Subscription subscription = modern.listen(request.id(), request.params(), writer::notification);
            if (subscription.empty()) {
                finish(request, call, () -> writer.result(request.id(), subscription.result()));
                return false;
            }
            subscriptions.put(request.id(), subscription);
            call.whenCancelled(() -> unsubscribe(request.id(), call));
            return true;
        } catch (Refusal refusal) {
            finish(request, call, () -> writer.error(request.id(), refusal));
            return false;
        }
    }

    private void unsubscribe(Object id, RunningCall call) {
        Subscription subscription = subscriptions.remove(id);
        if (subscription != null) {
            subscription.close();
            calls.end(id, call);
        }
    }

    /** Ends what clients listen to, with the answer that says so. */
    void endSubscriptions() {
        subscriptions.forEach((id, subscription) -> {
            subscription.close();
            writer.result(id, subscription.result());
        });
        subscriptions.clear();
    }

    /** Those of the stateless era say nothing but what has been cancelled. */
    @Override
    public void notification(Notification notification) {
        if (notification.method().equals(CANCELLED)) {
            calls.find(notification.params().get("requestId")).ifPresent(RunningCall::cancel);
        } else {
            handle(
                    new JSONRPCNotification(notification.method(), notification.params()),
                    new LegacyContext(user, null, null).carried());
        }
    }

    /** To something that the session asked. */
    @Override
    public void answer(Answer answer) {
        handle(answer.response(), new LegacyContext(user, null, null).carried());
    }

    @Override
    public void malformed(Malformed malformed) {
        writer.error(malformed.id(), new Refusal(malformed.code(), malformed.reason()));
    }
}
