package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.Message;
import io.catalogbridge.server.protocol.ModernEra;
import io.catalogbridge.server.protocol.Refusal;
import io.catalogbridge.server.protocol.RunningCall;
import io.catalogbridge.server.protocol.Subscription;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /mcp}: requests of the stateless era are answered here, sessions are the SDK's. A request belongs to the stateless
 * era if it says so itself, or if it names a version that no session has. Thread-safe.
 */
final class McpEndpoint extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient ModernEra modern;
    private final transient LegacyServlet sessions;
    private final transient Pulse pulse;
    private final transient Set<RunningCall> running = ConcurrentHashMap.newKeySet();

    McpEndpoint(ModernEra modern, LegacyServlet sessions, Turns turns, Pulse pulse, int requestBytes) {
        super(turns, requestBytes);
        this.modern = modern;
        this.sessions = sessions;
        this.pulse = pulse;
    }

    @Override
    void handle(Post post) throws ServletException, IOException {
        if (post.message() instanceof Message.Request request) {
            if (isModern(post.request(), request.method(), request.params())) {
                answer(post, request);
            } else if (request.method().equals("initialize")
                    && !(request.params().get("protocolVersion") instanceof String)) {
                new ModernReply(post.response(), request.id(), false, new RunningCall())
                        .refuse(Refusal.invalidParams("'protocolVersion' must be a string")
                                .atTheDoor());
            } else {
                sessions.handle(post.request(), post.response(), request.id());
            }
        } else if (post.message() instanceof Message.Notification
                && namesModernVersion(post.request().getHeader(ModernHeaders.PROTOCOL_VERSION))) {
            post.response().setStatus(HttpServletResponse.SC_ACCEPTED);
        } else {
            sessions.handle(post.request(), post.response(), null);
        }
    }

    private static boolean isModern(HttpServletRequest request, String method, Map<String, Object> params) {
        return ModernEra.speaks(method, params)
                || namesModernVersion(request.getHeader(ModernHeaders.PROTOCOL_VERSION));
    }

    private static boolean namesModernVersion(@Nullable String version) {
        return version != null && !ModernEra.legacyVersions().contains(version);
    }

    private void answer(Post post, Message.Request request) {
        RunningCall call = new RunningCall();
        ModernReply reply = new ModernReply(post.response(), request.id(), streams(post.request()), call);
        try {
            ModernHeaders.check(post.request(), request, modern);
            if (request.method().equals(ModernEra.LISTEN)) {
                listen(post, request, reply, call);
            } else {
                reply.result(answer(post, request, reply, call));
            }
        } catch (Refusal refusal) {
            reply.refuse(refusal);
        }
    }

    private ObjectNode answer(Post post, Message.Request request, ModernReply reply, RunningCall call) throws Refusal {
        running.add(call);
        pulse.watch(reply);
        try {
            return modern.answer(
                    request.method(), request.params(), Gate.principal(post.request()), call, reply::notification);
        } finally {
            pulse.forget(reply);
            running.remove(call);
        }
    }

    private static boolean streams(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && (accept.contains("text/event-stream") || accept.contains("*/*"));
    }

    /** The answer goes on after the request has been handled, until the client closes it. */
    private void listen(Post post, Message.Request request, ModernReply reply, RunningCall call) throws Refusal {
        Subscription subscription = modern.listen(request.id(), request.params(), reply::notification);
        if (subscription.empty()) {
            reply.result(subscription.result());
            return;
        }
        AsyncContext open = post.request().startAsync();
        open.setTimeout(0);
        running.add(call);
        pulse.watch(reply);
        call.whenCancelled(() -> {
            pulse.forget(reply);
            running.remove(call);
            subscription.close();
            reply.result(subscription.result());
            open.complete();
        });
    }

    /** Ends what listens, and asks what works to stop. */
    void stop() {
        running.forEach(RunningCall::cancel);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        sessions.handle(request, response);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        sessions.handle(request, response);
    }
}
