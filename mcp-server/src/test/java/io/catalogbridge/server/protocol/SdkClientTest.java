package io.catalogbridge.server.protocol;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The SDK's client in front of a real process. */
class SdkClientTest {

    private static final long PATIENCE_SECONDS = 60;

    /** The client hands notifications to several threads, so that they may arrive late and in any order. */
    private final BlockingQueue<Double> progress = new LinkedBlockingQueue<>();

    private final McpSyncClient client = McpClient.sync(transport())
            .requestTimeout(Duration.ofSeconds(60))
            .initializationTimeout(Duration.ofSeconds(60))
            .progressConsumer(notification -> progress.add(notification.progress()))
            .build();
    private InitializeResult welcome;

    private static StdioClientTransport transport() {
        ServerParameters java = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args("-cp", System.getProperty("java.class.path"), TestingServer.class.getName())
                .build();
        return new StdioClientTransport(java, McpJsonDefaults.getMapper());
    }

    @BeforeEach
    void connect() {
        welcome = client.initialize();
    }

    @AfterEach
    void disconnect() {
        client.closeGracefully();
    }

    @Test
    void connectsAndLists() {
        assertThat(welcome.serverInfo().name()).isEqualTo("testing");
        assertThat(client.listTools().tools()).extracting(Tool::name).containsExactly("echo_word", "work", "refuse");
    }

    @Test
    void callsAndFollowsProgress() throws InterruptedException {
        CallToolResult result = client.callTool(CallToolRequest.builder("work")
                .arguments(Map.of())
                .progressToken("p")
                .build());

        assertThat(result.structuredContent()).isEqualTo(Map.of("said", "done"));
        assertThat(List.of(nextProgress(), nextProgress())).containsExactlyInAnyOrder(1.0, 3.0);
        assertThat(progress).isEmpty();
    }

    private double nextProgress() throws InterruptedException {
        return requireNonNull(progress.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no progress arrived");
    }

    @Test
    void readsAFailureInsteadOfTrippingOverTheSchema() {
        CallToolResult result = client.callTool(
                CallToolRequest.builder("refuse").arguments(Map.of()).build());

        assertThat(result.isError()).isTrue();
        assertThat(result.content())
                .singleElement()
                .satisfies(content -> assertThat(((TextContent) content).text()).contains("NOT_FOUND"));
    }

    @Test
    void learnsOfUnknownTools() {
        CallToolRequest wrong =
                CallToolRequest.builder("echo_wrod").arguments(Map.of()).build();

        assertThatThrownBy(() -> client.callTool(wrong))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("did you mean echo_word?");
    }
}
