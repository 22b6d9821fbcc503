package io.catalogbridge.server.install;

import io.catalogbridge.server.App;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Every example is read as its program reads it, and what it names is started and spoken to. */
@Tag("integration")
class ConfigExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "mcp-config-examples");
    private static final String LAUNCHER = "/path/to/catalog-bridge/catalog-bridge";
    private static final String JAR = "C:\\path\\to\\catalog-bridge\\mcp-server\\target\\catalog-bridge.jar";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"t","version":"1"}}}""";

    @TempDir
    private Path folder;

    private static List<Path> files(boolean http) throws IOException {
        try (Stream<Path> walk = Files.walk(EXAMPLES)) {
            return walk.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> file.toString().contains("http") == http)
                    .sorted()
                    .toList();
        }
    }

    static List<Path> started() throws IOException {
        return files(false);
    }

    /** The program an example is for: the name of its folder. */
    private static String program(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    /** The only server in the file, under the name of the section that its program reads. */
    private static JsonNode server(Path file) throws IOException {
        JsonNode root = JSON.readTree(Files.readString(file));
        assertThat(root.propertyNames()).hasSize(1);
        String section =
                Map.of("vscode", "servers", "zed", "context_servers").getOrDefault(program(file), "mcpServers");
        JsonNode server = root.path(section).path("catalog-bridge");
        assertThat(server.isObject()).isTrue();
        return server;
    }

    /** The command with the placeholder replaced: the launcher and the jar both come down to the same program. */
    private List<String> command(JsonNode server) {
        List<String> words = new ArrayList<>(List.of(server.path("command").asString()));
        server.path("args").forEach(argument -> words.add(argument.asString()));
        List<String> arguments;
        if (words.get(0).equals(LAUNCHER)) {
            arguments = words.subList(1, words.size());
        } else {
            assertThat(words.subList(0, 3)).containsExactly("java", "-jar", JAR);
            arguments = words.subList(3, words.size());
        }
        return program(arguments);
    }

    private List<String> program(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), App.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CATALOG_BRIDGE_DATA", folder.resolve("data").toString());
        builder.environment().remove("CATALOG_BRIDGE_CONFIG");
        return builder.start();
    }

    @ParameterizedTest
    @MethodSource("started")
    void startsWhatItNames(Path file) throws IOException {
        Process process = start(command(server(file)));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(INITIALIZE + "\n");
            in.flush();

            assertThat(JSON.readTree(out.readLine())
                            .at("/result/serverInfo/name")
                            .asString())
                    .isEqualTo("catalog-bridge");
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    @Test
    void connectsToWhatItNames() throws IOException, InterruptedException {
        Process process = start(program(List.of("serve", "--http", "0", "--json")));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            URI serving = URI.create(JSON.readTree(out.readLine()).path("mcp").asString());
            for (Path file : files(true)) {
                JsonNode server = server(file);
                String url = server.path(server.has("serverUrl") ? "serverUrl" : "url")
                        .asString();
                assertThat(url).startsWith("http://127.0.0.1:8080/");
                assertThat(answer(URI.create(url.replace("8080", String.valueOf(serving.getPort())))))
                        .contains("catalog-bridge");
            }
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static String answer(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Test
    void coversEveryProgramThatInstallKnows() {
        for (Host host : Host.values()) {
            assertThat(EXAMPLES.resolve(host.label())).isDirectory();
        }
    }

    /** What {@code install} writes is what the example shows. */
    @ParameterizedTest
    @MethodSource("started")
    void looksLikeWhatInstallWrites(Path file) throws IOException {
        Host.named(program(file)).ifPresent(host -> {
            StartCommand command = file.toString().contains("windows")
                    ? new StartCommand("java", List.of("-jar", JAR, "serve"))
                    : new StartCommand(LAUNCHER, List.of("serve"));
            try {
                assertThat(JSON.readTree(new ServerEntry(host, file, "catalog-bridge").snippet(command)))
                        .isEqualTo(JSON.readTree(Files.readString(file)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
