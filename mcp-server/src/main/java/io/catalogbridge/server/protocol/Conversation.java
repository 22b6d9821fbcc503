package io.catalogbridge.server.protocol;

import io.catalogbridge.server.protocol.Message.Answer;
import io.catalogbridge.server.protocol.Message.Malformed;
import io.catalogbridge.server.protocol.Message.Notification;
import io.catalogbridge.server.protocol.Message.Request;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with each message of a client: refused, run in the pool, or handed to the SDK. Messages arrive on one
 * thread, which no tool ever holds up.
 */
final class Conversation implements Message.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private static final String CANCELLED = "notifications/cancelled";

    private static final Map<String, Class<?>> PARAMETERS = Map.of(
            McpSchema.METHOD_INITIALIZE, McpSchema.InitializeRequest.class,
            McpSchema.METHOD_TOOLS_LIST, McpSchema.PaginatedRequest.class,
            McpSchema.METHOD_TOOLS_CALL, McpSchema.CallToolRequest.class,
            McpSchema.METHOD_LOGGING_SET_LEVEL, McpSchema.SetLevelRequest.class);

    private final Session session;
    private final MessageWriter writer;
    private final RunningCalls calls;
    private final CallPool pool;
    private final ToolNames tools;
    private final McpJsonMapper mapper;
    private boolean ready;

    Conversation(
            Session session,
            MessageWriter writer,
            RunningCalls calls,
            CallPool pool,
            ToolNames tools,
            McpJsonMapper mapper) {
        this.session = session;
        this.writer = writer;
        this.calls = calls;
        this.pool = pool;
        this.tools = tools;
        this.mapper = mapper;
    }

    @Override
    public void request(Request request) {
        try {
            accept(request);
        } catch (Refusal refusal) {
            writer.error(request.id(), refusal.code(), refusal.reason());
        }
    }

    private void accept(Request request) throws Refusal {
        switch (request.method()) {
            case McpSchema.METHOD_PING -> writer.acknowledge(request.id());
            case McpSchema.METHOD_INITIALIZE -> initialize(request);
            case McpSchema.METHOD_TOOLS_LIST -> listTools(request);
            case McpSchema.METHOD_TOOLS_CALL -> callTool(request);
            case McpSchema.METHOD_LOGGING_SET_LEVEL -> handOver(request);
            default -> throw new Refusal(ErrorCodes.METHOD_NOT_FOUND, "Method not found: " + request.method());
        }
    }

    private void initialize(Request request) throws Refusal {
        if (session.initialized()) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "Invalid request: the session is initialized already");
        }
        if (!(request.params().get("protocolVersion") instanceof String)) {
            throw new Refusal(ErrorCodes.INVALID_PARAMS, "Invalid params: 'protocolVersion' must be a string");
        }
        requireParameters(request);
        session.handle(rpc(request));
    }

    private void listTools(Request request) throws Refusal {
        if (request.params().get("cursor") != null) {
            throw new Refusal(
                    ErrorCodes.INVALID_PARAMS, "Invalid params: no list of this server has returned a cursor");
        }
        handOver(request);
    }

    private void handOver(Request request) throws Refusal {
        requireInitialized(request);
        requireParameters(request);
        session.handle(rpc(request));
    }

    private void callTool(Request request) throws Refusal {
        requireInitialized(request);
        tools.require(request.params().get("name"));
        requireParameters(request);
        RunningCall call = calls.begin(request.id())
                .orElseThrow(() ->
                        new Refusal(ErrorCodes.INVALID_REQUEST, "Invalid request: a call with this id is under way"));
        if (!pool.offer(() -> run(request, call))) {
            calls.end(request.id());
            throw new Refusal(
                    ErrorCodes.INTERNAL_ERROR, "Too many calls are waiting; call again when some have been answered");
        }
    }

    private void run(Request request, RunningCall call) {
        try {
            if (!call.cancelled()) {
                session.handle(rpc(request), call);
            }
        } catch (RuntimeException e) {
            String incident = Incident.log(LOG, "a call failed", e);
            call.answer(() -> writer.error(request.id(), ErrorCodes.INTERNAL_ERROR, Incident.text(incident)));
        } finally {
            calls.end(request.id());
        }
    }

    /** A client that forgets to say that it is ready is taken to be so by its first request: the SDK would wait for it. */
    private void requireInitialized(Request request) throws Refusal {
        if (!session.initialized()) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST, "Invalid request: send 'initialize' before '" + request.method() + "'");
        }
        becomeReady();
    }

    private void becomeReady() {
        if (!ready) {
            ready = true;
            session.handle(new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED));
        }
    }

    private void requireParameters(Request request) throws Refusal {
        try {
            mapper.convertValue(request.params(), PARAMETERS.get(request.method()));
        } catch (RuntimeException e) {
            LOG.debug("parameters of {} refused", request.method(), e);
            throw new Refusal(ErrorCodes.INVALID_PARAMS, "Invalid params: not what '" + request.method() + "' takes");
        }
    }

    private static JSONRPCRequest rpc(Request request) {
        return new JSONRPCRequest(request.method(), request.id(), request.params());
    }

    /** All but two say nothing to us; one that the SDK handles by asking the client back would hold up this thread. */
    @Override
    public void notification(Notification notification) {
        if (notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED) && session.initialized()) {
            becomeReady();
        } else if (notification.method().equals(CANCELLED)) {
            calls.find(notification.params().get("requestId")).ifPresent(RunningCall::cancel);
        }
    }

    /** We ask nothing, so there is nothing to be answered. */
    @Override
    public void answer(Answer answer) {
        LOG.debug("an answer without a question was ignored");
    }

    @Override
    public void malformed(Malformed malformed) {
        writer.error(malformed.id(), malformed.code(), malformed.reason());
    }
}
