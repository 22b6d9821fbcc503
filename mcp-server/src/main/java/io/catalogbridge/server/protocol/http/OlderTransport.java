package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.Protocol;
import io.catalogbridge.server.protocol.SdkJson;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import jakarta.servlet.Servlet;

/** HTTP+SSE of 2024-11-05. Deprecated by the protocol and by the SDK, and still what some clients speak. */
@SuppressWarnings("deprecation")
final class OlderTransport implements AutoCloseable {

    private final HttpServletSseServerTransportProvider provider;

    OlderTransport(Protocol protocol, HttpSettings settings) {
        provider = HttpServletSseServerTransportProvider.builder()
                .jsonMapper(SdkJson.MAPPER)
                .sseEndpoint(SseEndpoint.EVENTS)
                .messageEndpoint(SseEndpoint.MESSAGES)
                .contextExtractor(LegacyServlet::context)
                .maxRequestSize(settings.requestBytes())
                .build();
        provider.setSessionFactory(protocol.sessions());
    }

    Servlet servlet() {
        return provider;
    }

    @Override
    public void close() {
        provider.closeGracefully().onErrorComplete().block();
        provider.destroy();
    }
}
