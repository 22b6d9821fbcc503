package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.ServerDescription;
import io.catalogbridge.server.surface.Tool;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The SDK's server with one client, who is at the other end of the writer. Messages are handled on the caller's thread; what
 * the SDK answers is written before {@link #handle} returns. Thread-safe.
 */
final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private static final String CALL = "call";
    private static final int CLIENT_NAME_LENGTH = 64;

    /** The first version whose clients read structured content. */
    private static final String STRUCTURED_SINCE = ProtocolVersions.MCP_2025_06_18;

    private static final List<String> VERSIONS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    private final McpJsonMapper mapper;
    private final MessageWriter writer;
    private final RunningCalls calls;
    private final String user;
    private final McpServerSession session;
    private volatile @Nullable String version;

    Session(
            ServerDescription description,
            List<Tool> tools,
            String user,
            McpJsonMapper mapper,
            MessageWriter writer,
            RunningCalls calls) {
        this.mapper = mapper;
        this.writer = writer;
        this.calls = calls;
        this.user = user;
        SessionFactory factory = new SessionFactory();
        McpServer.sync(factory)
                .serverInfo(Implementation.builder(description.name(), description.version())
                        .title(description.title())
                        .build())
                .instructions(description.instructions())
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(mapper)
                .jsonSchemaValidator(SchemaCheck.LEFT_TO_US)
                .validateToolInputs(false)
                .immediateExecution(true)
                .tools(tools.stream()
                        .map(tool -> new ToolHandler(tool, this).specification())
                        .toList())
                .build();
        this.session = factory.open(new Transport());
    }

    /** Lets the SDK handle a message that belongs to no call. */
    void handle(JSONRPCMessage message) {
        session.handle(message).block();
    }

    /** Lets the SDK handle the request of this call. */
    void handle(JSONRPCMessage message, RunningCall call) {
        McpTransportContext context = McpTransportContext.create(Map.of(CALL, call));
        session.handle(message)
                .contextWrite(values -> values.put(McpTransportContext.KEY, context))
                .block();
    }

    /** Whether a version was agreed on, which is when other requests are welcome. */
    boolean initialized() {
        return version != null;
    }

    /** Whether the client reads structured content, or needs all of it as text. */
    boolean readsStructure() {
        String agreed = version;
        return agreed != null && agreed.compareTo(STRUCTURED_SINCE) >= 0;
    }

    MessageWriter writer() {
        return writer;
    }

    /** The call that an exchange belongs to. */
    RunningCall call(McpSyncServerExchange exchange) {
        return (RunningCall) exchange.transportContext().get(CALL);
    }

    /** The user and the program that speaks for them. */
    String principal(McpSyncServerExchange exchange) {
        Implementation client = exchange.getClientInfo();
        return client == null ? user : user + " via " + SafeText.of(client.name(), CLIENT_NAME_LENGTH);
    }

    private void send(JSONRPCResponse response) {
        if (response.result() instanceof InitializeResult agreed) {
            version = agreed.protocolVersion();
        }
        JSONRPCResponse safe = safe(response);
        calls.find(response.id())
                .ifPresentOrElse(call -> call.answer(() -> writer.write(safe)), () -> writer.write(safe));
    }

    /** The SDK puts the messages of exceptions into its internal errors. */
    private static JSONRPCResponse safe(JSONRPCResponse response) {
        JSONRPCError error = response.error();
        if (error == null || error.code() != ErrorCodes.INTERNAL_ERROR) {
            return response;
        }
        String incident = Incident.log(LOG, "a request failed: " + error.message(), new IllegalStateException());
        return JSONRPCResponse.error(
                response.id(), new JSONRPCError(ErrorCodes.INTERNAL_ERROR, Incident.text(incident)));
    }

    /** Takes what the SDK sends. */
    private final class Transport implements McpServerTransport {

        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.fromRunnable(() -> {
                if (message instanceof JSONRPCResponse response) {
                    send(response);
                } else {
                    writer.write(message);
                }
            });
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            return mapper.convertValue(data, type);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }

    /** Learns from the SDK's server how sessions are made. */
    private static final class SessionFactory implements McpServerTransportProvider {

        private McpServerSession.@Nullable Factory factory;

        @Override
        public void setSessionFactory(McpServerSession.Factory factory) {
            this.factory = factory;
        }

        McpServerSession open(McpServerTransport transport) {
            if (factory == null) {
                throw new IllegalStateException("the SDK's server set no session factory");
            }
            return factory.create(transport);
        }

        @Override
        public Mono<Void> notifyClients(String method, Object params) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        @Override
        public List<String> protocolVersions() {
            return VERSIONS;
        }
    }
}
