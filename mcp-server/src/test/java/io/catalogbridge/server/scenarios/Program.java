package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.server.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The product in a process of its own, with a configuration file that leads to a sandbox somewhere else and lets it delete at
 * once. The file only names the secrets; the process finds them in its environment.
 */
final class Program {

    private static final long PATIENCE_MINUTES = 3;

    private final Sandbox sandbox;
    private final Path folder;

    /** @param folder an empty folder for configuration, data and output */
    Program(Sandbox sandbox, Path folder) {
        this.sandbox = sandbox;
        this.folder = folder;
        write(config(), configuration());
    }

    private String configuration() {
        return """
                environments:
                  %s:
                    source:
                      type: datasphere
                      url: %s
                      tokenUrl: %s
                      clientId: ${env:SCENARIO_CLIENT_ID}
                      clientSecret: ${env:SCENARIO_CLIENT_SECRET}
                      requestsPerMinute: 600000
                    target:
                      type: glue
                      region: %s
                      endpoint: %s
                      accessKeyId: ${env:SCENARIO_ACCESS_KEY_ID}
                      secretAccessKey: ${env:SCENARIO_SECRET_ACCESS_KEY}
                      requestsPerSecond: 10000
                    sync:
                      deletes:
                        allowed: true
                        maxShare: 1
                        grace: PT0S
                """.formatted(
                        Installation.ENVIRONMENT,
                        sandbox.datasphereUrl(),
                        sandbox.tokenUrl(),
                        sandbox.region(),
                        sandbox.awsEndpoint());
    }

    Path config() {
        return folder.resolve("catalog-bridge.yaml");
    }

    /** Where the process keeps its store. */
    Path data() {
        return folder.resolve("data");
    }

    /** What the processes have printed, results and messages. */
    String printed() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--env", Installation.ENVIRONMENT));
        command.addAll(List.of("--config", config().toString(), "--data", data().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().put("SCENARIO_CLIENT_ID", sandbox.clientId());
        builder.environment().put("SCENARIO_CLIENT_SECRET", sandbox.clientSecret());
        builder.environment().put("SCENARIO_ACCESS_KEY_ID", sandbox.accessKeyId());
        builder.environment().put("SCENARIO_SECRET_ACCESS_KEY", sandbox.secretAccessKey());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end and gives its exit code. */
    int run(String... arguments) {
        return ended(start(arguments));
    }

    static int ended(Process process) {
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the process did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
