package io.catalogbridge.server.protocol;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Takes what the SDK's session sends to a client at the other end of a stream. */
record LineTransport(MessageWriter writer) implements McpServerTransport {

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> writer.write(message));
    }

    @Override
    @SuppressWarnings("unchecked") // the type was asked for
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        if (type.getType() == InitializeRequest.class) {
            Optional<InitializeRequest> request = Handshake.request(data);
            if (request.isPresent()) {
                return (T) request.get();
            }
        }
        return SdkJson.MAPPER.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public void close() {}
}
