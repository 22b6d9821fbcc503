package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.TestingTool;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Tool;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The SDK gives up on a question after ten seconds; people take longer. */
@Tag("slow")
class SlowPersonTest {

    private static final Executor LATER = CompletableFuture.delayedExecutor(12, TimeUnit.SECONDS);

    @SuppressWarnings("deprecation") // as the older transport is, by protocol and SDK
    private static Stream<Function<URI, McpClientTransport>> transports() {
        return Stream.of(
                uri -> HttpClientStreamableHttpTransport.builder(uri.toString()).build(),
                uri -> HttpClientSseClientTransport.builder(uri.toString()).build());
    }

    @ParameterizedTest
    @MethodSource("transports")
    void isWaitedFor(Function<URI, McpClientTransport> transport) {
        Tool asking = TestingTool.named(
                "ask",
                call -> TestingTool.said(
                        call.ask(Question.form("sure", "Sure?", Map.of("type", "object", "properties", Map.of())))
                                .kind()
                                .name()));
        try (HttpServer server = TestingHttp.of(asking);
                McpSyncClient client = McpClient.sync(transport.apply(server.uri()))
                        .requestTimeout(Duration.ofMinutes(2))
                        .capabilities(ClientCapabilities.builder().elicitation().build())
                        .elicitation(request -> CompletableFuture.supplyAsync(
                                        () -> ElicitResult.builder(ElicitResult.Action.ACCEPT)
                                                .content(Map.of("ok", true))
                                                .build(),
                                        LATER)
                                .join())
                        .build()) {
            client.initialize();

            assertThat(client.callTool(CallToolRequest.builder("ask")
                                    .arguments(Map.of())
                                    .build())
                            .structuredContent())
                    .isEqualTo(Map.of("said", "ACCEPTED"));
        }
    }
}
