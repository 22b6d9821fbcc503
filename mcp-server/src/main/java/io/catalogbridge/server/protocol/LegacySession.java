package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ResourceUpdates;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.ServerDescription;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpNotificationHandler;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpLoggableSession;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of the era of sessions, protocol versions 2024-11-05 to 2025-11-25. The SDK keeps the session and its streams;
 * what is answered comes from {@link Methods}. Requests are handled on the thread that delivers them. Thread-safe.
 */
final class LegacySession {

    /** Oldest first. */
    static final List<String> VERSIONS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    /** The first version whose clients read structured content. */
    private static final String STRUCTURED_SINCE = ProtocolVersions.MCP_2025_06_18;

    private static final int CLIENT_NAME_LENGTH = 64;
    private static final int MAX_WATCHES = 100;

    private final Methods methods;
    private final RunningCalls calls;
    private final Duration patience;
    private final ConcurrentMap<String, ResourceUpdates.Watch> watches = new ConcurrentHashMap<>();
    private volatile @Nullable String version;
    private volatile @Nullable McpLoggableSession session;

    /** @param patience how long a person may think about a question */
    LegacySession(Methods methods, RunningCalls calls, Duration patience) {
        this.methods = methods;
        this.calls = calls;
        this.patience = patience;
    }

    /** Serves a client whose messages all come over one transport. */
    McpServerSession over(McpServerTransport transport) {
        McpServerSession opened = new GuardedSession(
                UUID.randomUUID().toString(),
                patience,
                transport,
                request -> Mono.fromCallable(() -> initialize(request)),
                requestHandlers(),
                notificationHandlers(),
                this::closed);
        session = opened;
        return opened;
    }

    /** Serves a client over Streamable HTTP, from its first request on. */
    McpStreamableServerSessionInit start(InitializeRequest request) {
        McpStreamableServerSession opened =
                new McpStreamableServerSession(
                        UUID.randomUUID().toString(),
                        request.capabilities(),
                        request.clientInfo(),
                        patience,
                        requestHandlers(),
                        notificationHandlers()) {
                    // an answer to nothing that was asked, or not any more, is no failure of ours
                    @Override
                    public Mono<Void> accept(JSONRPCResponse response) {
                        return super.accept(response).onErrorComplete(McpError.class);
                    }

                    @Override
                    public Mono<Void> closeGracefully() {
                        closed();
                        return super.closeGracefully();
                    }

                    @Override
                    public void close() {
                        closed();
                        super.close();
                    }
                };
        session = opened;
        return new McpStreamableServerSessionInit(opened, Mono.fromCallable(() -> initialize(request)));
    }

    private void closed() {
        calls.cancelAll();
        watches.values().forEach(ResourceUpdates.Watch::close);
        watches.clear();
    }

    /** The version that was asked for, if it is one of ours, else the newest. */
    private InitializeResult initialize(InitializeRequest request) {
        String agreed = VERSIONS.contains(request.protocolVersion())
                ? request.protocolVersion()
                : VERSIONS.get(VERSIONS.size() - 1);
        version = agreed;
        ServerDescription description = methods.surface().description();
        Implementation implementation = Implementation.builder(description.name(), description.version())
                .title(description.title())
                .build();
        return InitializeResult.builder(agreed, capabilities(), implementation)
                .instructions(description.instructions())
                .build();
    }

    private ServerCapabilities capabilities() {
        ServerCapabilities.Builder capabilities =
                ServerCapabilities.builder().tools(false).logging();
        if (methods.hasResources()) {
            capabilities.resources(true, false);
        }
        if (methods.hasPrompts()) {
            capabilities.prompts(false);
        }
        return (methods.hasCompletions() ? capabilities.completions() : capabilities).build();
    }

    /** Whether the client reads structured content, or needs all of it as text. */
    boolean readsStructure() {
        String agreed = version;
        return agreed != null && agreed.compareTo(STRUCTURED_SINCE) >= 0;
    }

    private Map<String, McpRequestHandler<?>> requestHandlers() {
        Map<String, McpRequestHandler<?>> handlers = new LinkedHashMap<>();
        for (String name : methods.names()) {
            handlers.put(name, handler(name, methods.find(name).orElseThrow()));
        }
        handlers.put(McpSchema.METHOD_PING, handler(McpSchema.METHOD_PING, (params, exchange) -> Wire.object()));
        handlers.put(
                McpSchema.METHOD_LOGGING_SET_LEVEL, handler(McpSchema.METHOD_LOGGING_SET_LEVEL, this::setLoggingLevel));
        if (methods.hasResources()) {
            handlers.put(
                    McpSchema.METHOD_RESOURCES_SUBSCRIBE,
                    handler(McpSchema.METHOD_RESOURCES_SUBSCRIBE, this::subscribe));
            handlers.put(
                    McpSchema.METHOD_RESOURCES_UNSUBSCRIBE,
                    handler(McpSchema.METHOD_RESOURCES_UNSUBSCRIBE, this::unsubscribe));
        }
        return handlers;
    }

    private McpRequestHandler<?> handler(String name, Method method) {
        return (exchange, params) -> Mono.fromCallable(() -> answer(name, method, params, exchange));
    }

    /** Nothing for a cancelled request: its client no longer waits. */
    private @Nullable Object answer(
            String name, Method method, @Nullable Object params, McpAsyncServerExchange exchange) {
        LegacyContext context = LegacyContext.of(exchange.transportContext());
        RunningCall call = context.call(calls);
        try {
            LegacyExchange client = new LegacyExchange(exchange, call, principal(context, exchange), readsStructure());
            Object result = methods.answer(method, name, Params.of(params), client);
            return call.finish() ? result : null;
        } catch (Refusal refusal) {
            if (call.finish()) {
                throw error(refusal);
            }
            return null;
        } finally {
            context.end(calls, call);
        }
    }

    private static String principal(LegacyContext context, McpAsyncServerExchange exchange) {
        Implementation client = exchange.getClientInfo();
        return client == null
                ? context.principal()
                : context.principal() + " via " + SafeText.of(client.name(), CLIENT_NAME_LENGTH);
    }

    static McpError error(Refusal refusal) {
        return new McpError(new JSONRPCError(
                refusal.code(), refusal.reason(), refusal.data().isEmpty() ? null : refusal.data()));
    }

    private ObjectNode setLoggingLevel(Params params, Exchange exchange) throws Refusal {
        McpLoggableSession opened = session;
        if (opened != null) {
            opened.setMinLoggingLevel(level(params.text("level")));
        }
        return Wire.object();
    }

    private static LoggingLevel level(String name) throws Refusal {
        for (LoggingLevel level : LoggingLevel.values()) {
            if (level.name().toLowerCase(java.util.Locale.ROOT).equals(name)) {
                return level;
            }
        }
        throw Refusal.invalidParams(
                "'level' must be one of debug, info, notice, warning, error, critical, alert," + " emergency");
    }

    private ObjectNode subscribe(Params params, Exchange exchange) throws Refusal {
        String uri = params.text("uri");
        if (!methods.watchable(uri)) {
            throw new Refusal(
                    Refusal.RESOURCE_NOT_FOUND, "Changes of this resource are not announced", Map.of("uri", uri));
        }
        if (watches.size() >= MAX_WATCHES) {
            throw Refusal.invalidParams("a session may watch " + MAX_WATCHES + " resources");
        }
        watches.computeIfAbsent(uri, watched -> methods.surface().updates().watch(watched, () -> updated(watched)));
        return Wire.object();
    }

    private void updated(String uri) {
        McpLoggableSession opened = session;
        if (opened != null) {
            opened.sendNotification(McpSchema.METHOD_NOTIFICATION_RESOURCES_UPDATED, Map.of("uri", uri))
                    .onErrorComplete()
                    .subscribe();
        }
    }

    private ObjectNode unsubscribe(Params params, Exchange exchange) throws Refusal {
        ResourceUpdates.Watch watch = watches.remove(params.text("uri"));
        if (watch != null) {
            watch.close();
        }
        return Wire.object();
    }

    /** The SDK complains of notifications that nobody handles; most of them say nothing to us. */
    private Map<String, McpNotificationHandler> notificationHandlers() {
        McpNotificationHandler ignored = (exchange, params) -> Mono.empty();
        return Map.of(
                McpSchema.METHOD_NOTIFICATION_INITIALIZED, ignored,
                McpSchema.METHOD_NOTIFICATION_ROOTS_LIST_CHANGED, ignored,
                McpSchema.METHOD_NOTIFICATION_PROGRESS, ignored,
                Conversation.CANCELLED, (exchange, params) -> Mono.fromRunnable(() -> cancel(params)));
    }

    private void cancel(@Nullable Object params) {
        if (params instanceof Map<?, ?> map) {
            calls.find(map.get("requestId")).ifPresent(RunningCall::cancel);
        }
    }
}
