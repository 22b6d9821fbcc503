package io.catalogbridge.server.protocol;

import io.modelcontextprotocol.server.McpInitRequestHandler;
import io.modelcontextprotocol.server.McpNotificationHandler;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/**
 * The SDK's session over one transport, kept from waiting for ever: what comes before {@code initialize} is refused, and a
 * client that forgets to say that it is ready is taken to be so by its first request. Thread-safe.
 */
final class GuardedSession extends McpServerSession {

    private enum State {
        NEW,
        INITIALIZED,
        READY
    }

    private final McpServerTransport transport;
    private final Runnable closed;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

    GuardedSession(
            String id,
            Duration patience,
            McpServerTransport transport,
            McpInitRequestHandler initializer,
            Map<String, McpRequestHandler<?>> requests,
            Map<String, McpNotificationHandler> notifications,
            Runnable closed) {
        super(id, patience, transport, initializer, requests, notifications);
        this.transport = transport;
        this.closed = closed;
    }

    @Override
    public Mono<Void> handle(JSONRPCMessage message) {
        if (message instanceof JSONRPCRequest request) {
            return request.method().equals(McpSchema.METHOD_INITIALIZE) ? initialize(request) : serve(request);
        }
        if (message instanceof JSONRPCNotification notification) {
            return notified(notification);
        }
        return super.handle(message);
    }

    private Mono<Void> initialize(JSONRPCRequest request) {
        if (!(Params.values(request.params()).get("protocolVersion") instanceof String) || !understood(request)) {
            return refuse(request, Refusal.invalidParams("not what 'initialize' takes; 'protocolVersion' is a string"));
        }
        if (!state.compareAndSet(State.NEW, State.INITIALIZED)) {
            return refuse(
                    request,
                    new Refusal(Refusal.INVALID_REQUEST, "Invalid request: the session is initialized already"));
        }
        return super.handle(request);
    }

    private boolean understood(JSONRPCRequest request) {
        try {
            transport.unmarshalFrom(request.params(), SdkJson.INITIALIZE);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Mono<Void> serve(JSONRPCRequest request) {
        if (request.method().equals(McpSchema.METHOD_PING)) {
            return transport.sendMessage(JSONRPCResponse.result(request.id(), Map.of()));
        }
        if (state.get() == State.NEW) {
            return refuse(
                    request,
                    new Refusal(
                            Refusal.INVALID_REQUEST,
                            "Invalid request: send 'initialize' before '" + request.method() + "'"));
        }
        return ready().then(Mono.defer(() -> super.handle(request)));
    }

    private Mono<Void> notified(JSONRPCNotification notification) {
        if (!notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED)) {
            return state.get() == State.READY ? super.handle(notification) : Mono.empty();
        }
        return state.get() == State.INITIALIZED ? ready() : Mono.empty();
    }

    private Mono<Void> ready() {
        return Mono.fromRunnable(this::becomeReady);
    }

    /** The SDK only records the fact, so nobody waits long for the lock. */
    private synchronized void becomeReady() {
        if (state.get() == State.INITIALIZED) {
            super.handle(new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED))
                    .block();
            state.set(State.READY);
        }
    }

    private Mono<Void> refuse(JSONRPCRequest request, Refusal refusal) {
        return transport.sendMessage(
                JSONRPCResponse.error(request.id(), LegacySession.error(refusal).getJsonRpcError()));
    }

    @Override
    public Mono<Void> closeGracefully() {
        closed.run();
        return super.closeGracefully();
    }

    @Override
    public void close() {
        closed.run();
        super.close();
    }
}
