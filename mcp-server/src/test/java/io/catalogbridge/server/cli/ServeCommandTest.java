package io.catalogbridge.server.cli;

import io.catalogbridge.server.App;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The command as an assistant's host starts it: a process of its own, with the demo tenant. */
@Tag("integration")
class ServeCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName(),
                "serve",
                "--data",
                folder.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What a process writes for these lines, each line read as JSON. */
    private List<JsonNode> answers(List<String> arguments, String... lines) throws IOException, InterruptedException {
        Path output = folder.resolve("stdout");
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(Redirect.DISCARD)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(output).stream().map(JSON::readTree).toList();
    }

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""";

    @Test
    void takesAModelFromSearchToGlueAndBack() {
        McpSyncClient client = McpClient.sync(new StdioClientTransport(
                        ServerParameters.builder(java()).args(arguments()).build(), McpJsonDefaults.getMapper()))
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                .build();
        try {
            assertThat(client.initialize().instructions()).contains("plan_sync", "run_sync");
            assertThat(client.listTools().tools())
                    .extracting(Tool::name)
                    .startsWith("search_assets", "get_asset", "get_lineage", "analyze_impact", "get_sync_status")
                    .contains("plan_sync", "run_sync", "get_mappings", "edit_mapping", "check_health");

            String planId = call(client, "plan_sync", Map.of()).get("planId").asString();
            JsonNode run = call(client, "run_sync", Map.of("planId", planId));
            assertThat(run.get("outcome").asString()).isEqualTo("done");

            String asset = call(client, "search_assets", Map.of("query", "net revenue", "kind", "analytic-model"))
                    .at("/items/0/id")
                    .asString();
            JsonNode lineage = call(client, "get_lineage", Map.of("id", asset, "depth", 10));
            assertThat(lineage.get("nodes").size()).isGreaterThan(3);
            JsonNode mapping = call(client, "get_mappings", Map.of("id", asset));
            assertThat(mapping.at("/mapping/mapsTo").asString()).startsWith("glue:datasphere_");
            assertThat(mapping.get("columns").size()).isPositive();
            JsonNode status = call(client, "get_sync_status", Map.of());
            assertThat(status.at("/runs/0/runId").asString())
                    .isEqualTo(run.get("runId").asString());
            assertThat(status.at("/runs/0/actor").asString()).startsWith("mcp:");
            assertThat(call(client, "plan_sync", Map.of()).get("changes")).isEmpty();
        } finally {
            client.closeGracefully();
        }
    }

    private static JsonNode call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        CallToolResult result = client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(result.isError()).as("%s: %s", tool, result.content()).isFalse();
        return JSON.valueToTree(result.structuredContent());
    }

    @Test
    void writesNothingButMessagesAndFinishesWhatIsUnderWayAtTheEndOfInput() throws Exception {
        List<JsonNode> answers = answers(arguments("-vv"), INITIALIZE, "not a message", """
                {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"plan_sync","arguments":{"spaces":["FINANCE"]}}}""");

        assertThat(answers)
                .hasSize(3)
                .allSatisfy(
                        answer -> assertThat(answer.get("jsonrpc").asString()).isEqualTo("2.0"));
        assertThat(answers.get(1).at("/error/code").asInt()).isEqualTo(-32700);
        assertThat(answers.get(2).at("/result/structuredContent/planId").asString())
                .startsWith("plan-");
    }

    /** Although a client keeps a stream open. */
    @Test
    void endsWhenItIsToldToStop() throws Exception {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments("--http", "0", "--json"));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            JsonNode where = JSON.readTree(lines.readLine());
            HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(where.get("sse").asString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            process.toHandle().destroy();

            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(lines.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"readOnly, false", "approval, true"})
    void offersWritingOnlyWhereTheEnvironmentAllowsIt(String setting, boolean writing) throws Exception {
        Path config = Files.writeString(folder.resolve("catalog-bridge.yaml"), """
                environments:
                  wolf:
                    source:
                      type: sandbox
                    target:
                      type: sandbox
                    sync:
                      %s: true
                """.formatted(setting));

        List<JsonNode> answers = answers(
                arguments("--config", config.toString(), "--env", "wolf"),
                INITIALIZE,
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}");

        List<String> tools = answers.get(1)
                .at("/result/tools")
                .valueStream()
                .map(tool -> tool.get("name").asString())
                .toList();
        assertThat(tools).contains("search_assets", "plan_sync", "test_mapping");
        assertThat(tools.contains("run_sync")).isEqualTo(writing);
        assertThat(tools.contains("edit_mapping")).isEqualTo(writing);
        assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.db");
    }
}
