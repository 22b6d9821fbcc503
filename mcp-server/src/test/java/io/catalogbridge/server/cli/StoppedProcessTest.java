package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.sandbox.SandboxConfig;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.server.App;
import io.catalogbridge.server.bridge.StandaloneSandbox;
import io.catalogbridge.server.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Processes that are told to end while they write to Glue, which is slow here: the run ends in good order. */
@Tag("integration")
class StoppedProcessTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LATENCY = Duration.ofMillis(400);

    private static final String SHUTDOWN = "catalog-bridge: shutdown";

    private static final String META = """
            "_meta":{"progressToken":1,"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
            "io.modelcontextprotocol/clientCapabilities":{}}""";

    @TempDir
    private Path data;

    private StandaloneSandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = StandaloneSandbox.start(
                data,
                "dog",
                SandboxConfig.demo().withFaults(Faults.none(), Faults.none().withLatency(LATENCY)));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private Process serve(String... more) throws IOException {
        return process("serve", more).redirectError(Redirect.DISCARD).start();
    }

    private ProcessBuilder process(String name, String... more) {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                App.class.getName(),
                                name,
                                "--data",
                                data.toString()),
                        Stream.of(more))
                .toList();
        return new ProcessBuilder(command);
    }

    private static String call(String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"" + tool + "\",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "," + META + "}}";
    }

    private static String run(String planId) {
        return call("run_sync", "{\"planId\":\"" + planId + "\"}");
    }

    private static String planId(Iterator<String> messages) {
        JsonNode message = JSON.readTree(messages.next());
        while (!message.has("result")) {
            message = JSON.readTree(messages.next());
        }
        return message.at("/result/structuredContent/planId").asString();
    }

    private static void awaitWriting(Iterator<String> messages) {
        String message = messages.next();
        while (!message.contains("Applying changes")) {
            message = messages.next();
        }
    }

    private void assertStopped(Process process, @Nullable String by) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        try (Store store = Store.open(data, Clock.systemUTC())) {
            assertThat(store.runs().recent("dog", 2)).singleElement().satisfies(run -> {
                assertThat(run.outcome().label()).isEqualTo("cancelled");
                assertThat(run.cancelledBy()).isEqualTo(by);
            });
        }
    }

    @Test
    void overStreams() throws Exception {
        stopsOverStreams(false);
    }

    /** As hosts do: first they close the input, and soon after they ask less politely. */
    @Test
    void overStreamsThatHaveEnded() throws Exception {
        stopsOverStreams(true);
    }

    private void stopsOverStreams(boolean hangUp) throws Exception {
        Process server = serve();
        OutputStream input = server.getOutputStream();
        try (BufferedReader reader = server.inputReader(StandardCharsets.UTF_8)) {
            Iterator<String> messages = reader.lines().iterator();
            write(input, call("plan_sync", "{}"));
            write(input, run(planId(messages)));
            awaitWriting(messages);
            if (hangUp) {
                input.close();
            }

            server.toHandle().destroy();

            assertStopped(server, SHUTDOWN);
        } finally {
            server.destroyForcibly();
        }
    }

    private static void write(OutputStream input, String message) throws IOException {
        input.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    @Test
    void overHttp() throws Exception {
        Process server = serve("--http", "0", "--json");
        try (BufferedReader reader = server.inputReader(StandardCharsets.UTF_8)) {
            URI mcp = URI.create(JSON.readTree(reader.readLine()).get("mcp").asString());
            String planId = planId(post(mcp, "plan_sync", call("plan_sync", "{}")));
            Iterator<String> messages = post(mcp, "run_sync", run(planId));
            awaitWriting(messages);

            server.toHandle().destroy();

            assertThat(last(messages)).contains("\"outcome\":\"cancelled\"");
            assertStopped(server, SHUTDOWN);
        } finally {
            server.destroyForcibly();
        }
    }

    /** As Ctrl-C and schedulers do. */
    @Test
    void aCommand() throws Exception {
        Process sync = process("sync").redirectErrorStream(true).start();
        try (BufferedReader reader = sync.inputReader(StandardCharsets.UTF_8)) {
            Iterator<String> lines = reader.lines().iterator();
            awaitWriting(lines);

            sync.toHandle().destroy();

            List<String> rest = new ArrayList<>();
            lines.forEachRemaining(rest::add);
            assertThat(rest)
                    .anySatisfy(line -> assertThat(line).startsWith("Run ").contains(": cancelled."));
            assertStopped(sync, null);
        } finally {
            sync.destroyForcibly();
        }
    }

    private static Iterator<String> post(URI mcp, String tool, String message)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(mcp)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", tool)
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()))
                .iterator();
    }

    private static String last(Iterator<String> messages) {
        String message = "";
        while (messages.hasNext()) {
            message = messages.next();
        }
        return message;
    }
}
