package io.catalogbridge.server.load;

import io.catalogbridge.server.App;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The program as a user runs it, with the demo tenant. */
final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final URI uri;

    private ServerProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Discovers the demo tenant and brings the sandbox's catalog up to date. */
    static void demo(Path data) throws IOException, InterruptedException {
        Process demo = new ProcessBuilder(command(data, "demo"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        if (!demo.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || demo.exitValue() != 0) {
            demo.destroyForcibly();
            throw new AssertionError("the demo failed");
        }
    }

    /** Serves HTTP on any free port. */
    static ServerProcess serving(Path data, Path log) throws IOException {
        Process process = new ProcessBuilder(command(data, "serve", "--http", "0", "--json"))
                .redirectError(log.toFile())
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null) {
            throw new AssertionError("the server ended before it served, see " + log);
        }
        return new ServerProcess(
                process, URI.create(new JsonMapper().readTree(line).get("mcp").asString()));
    }

    private static List<String> command(Path data, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                tool("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        return command;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    URI uri() {
        return uri;
    }

    /** Processor time spent so far. */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes that are reachable: counted after a collection of everything that is not. */
    long liveBytes() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(tool("jcmd"), String.valueOf(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String last = "";
        try (BufferedReader lines = histogram.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.startsWith("Total") ? line : last;
            }
        }
        histogram.waitFor();
        return Long.parseLong(last.strip().split("\\s+", -1)[2]);
    }

    /** Asks it to stop; the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
