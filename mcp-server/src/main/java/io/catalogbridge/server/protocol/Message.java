package io.catalogbridge.server.protocol;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client sent, as JSON-RPC 2.0 and MCP see it. */
public sealed interface Message {

    /** Takes messages, each kind its own way. */
    interface Receiver {

        void request(Request request);

        void notification(Notification notification);

        void answer(Answer answer);

        void malformed(Malformed malformed);
    }

    void deliver(Receiver receiver);

    /**
     * Wants an answer.
     *
     * @param id a text or a whole number
     */
    record Request(Object id, String method, Map<String, Object> params) implements Message {

        @Override
        public void deliver(Receiver receiver) {
            receiver.request(this);
        }
    }

    /** Wants none. */
    record Notification(String method, Map<String, Object> params) implements Message {

        @Override
        public void deliver(Receiver receiver) {
            receiver.notification(this);
        }
    }

    /** An answer to something that the server asked. */
    record Answer(JSONRPCResponse response) implements Message {

        @Override
        public void deliver(Receiver receiver) {
            receiver.answer(this);
        }
    }

    /**
     * Not a message.
     *
     * @param id the id it carries; absent if none can be made out
     */
    record Malformed(@Nullable Object id, int code, String reason) implements Message {

        @Override
        public void deliver(Receiver receiver) {
            receiver.malformed(this);
        }
    }
}
