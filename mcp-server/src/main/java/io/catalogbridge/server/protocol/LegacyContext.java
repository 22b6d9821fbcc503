package io.catalogbridge.server.protocol;

import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What our side of a transport says of a request; the SDK carries it to the handlers, which it tells neither ids nor callers.
 *
 * @param requestId of JSON-RPC; absent for notifications
 * @param begun     the call, if the transport has begun it already
 */
public record LegacyContext(
        String principal,
        @Nullable Object requestId,
        @Nullable RunningCall begun) {

    private static final String KEY = "catalogbridge";

    public McpTransportContext carried() {
        return McpTransportContext.create(Map.of(KEY, this));
    }

    static LegacyContext of(McpTransportContext context) {
        return context.get(KEY) instanceof LegacyContext known ? known : new LegacyContext("unknown", null, null);
    }

    /** The call of this request; begins it if the transport has not. */
    RunningCall call(RunningCalls calls) {
        if (begun != null) {
            return begun;
        }
        if (requestId == null) {
            return new RunningCall();
        }
        return calls.begin(requestId)
                .orElseThrow(() -> LegacySession.error(
                        new Refusal(Refusal.INVALID_REQUEST, "Invalid request: a call with this id is under way")));
    }

    /** Ends the call before it is answered: its client may use the id again at once. */
    void end(RunningCalls calls, RunningCall call) {
        if (requestId != null) {
            calls.end(requestId, call);
        }
    }
}
