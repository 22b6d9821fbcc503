package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.Protocol;
import io.catalogbridge.server.protocol.RawClient;
import io.catalogbridge.server.protocol.RequestObserver;
import io.catalogbridge.server.protocol.TestingTool;
import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Surface;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The SDK gives up on a question after ten seconds of its own; here it waits as long as it is told to. */
class SlowPersonTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration SDK = Duration.ofSeconds(10);

    @SuppressWarnings("deprecation") // as the older transport is, by protocol and SDK
    private static Stream<Function<URI, McpClientTransport>> transports() {
        return Stream.of(
                uri -> HttpClientStreamableHttpTransport.builder(uri.toString()).build(),
                uri -> HttpClientSseClientTransport.builder(uri.toString()).build());
    }

    private static HttpServer server(Tool tool) {
        return TestingHttp.of(
                HttpSettings.loopback(0),
                Authenticator.everybody("tester"),
                new Protocol(
                        Surface.of(RawClient.DESCRIPTION, List.of(tool)),
                        Clock.systemUTC(),
                        RequestObserver.NONE,
                        SHORT));
    }

    private static String asked(CallScope call) {
        long begun = System.nanoTime();
        String reply = call.ask(Question.form("sure", "Sure?", Map.of("type", "object", "properties", Map.of())))
                .kind()
                .name();
        return System.nanoTime() - begun < SDK.toNanos() ? reply : "too late";
    }

    @ParameterizedTest
    @MethodSource("transports")
    void isWaitedForAsLongAsTheServerHasPatience(Function<URI, McpClientTransport> transport) {
        CountDownLatch over = new CountDownLatch(1);
        Tool asking = TestingTool.named("ask", call -> TestingTool.said(asked(call)));
        try (HttpServer server = server(asking);
                McpSyncClient client = McpClient.sync(transport.apply(server.uri()))
                        .requestTimeout(Duration.ofMinutes(2))
                        .capabilities(ClientCapabilities.builder().elicitation().build())
                        .elicitation(request -> answerAfter(over))
                        .build()) {
            client.initialize();

            assertThat(client.callTool(CallToolRequest.builder("ask")
                                    .arguments(Map.of())
                                    .build())
                            .structuredContent())
                    .isEqualTo(Map.of("said", "CANCELLED"));
        } finally {
            over.countDown();
        }
    }

    private static ElicitResult answerAfter(CountDownLatch over) {
        try {
            assertThat(over.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return ElicitResult.builder(ElicitResult.Action.ACCEPT)
                .content(Map.of("ok", true))
                .build();
    }
}
