package io.catalogbridge.server.doctor;

import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.bridge.BridgeOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A set-up that works, from which single things can be made wrong. */
record Patient(
        Sandbox sandbox,
        Path folder,
        Path data,
        String clientSecret,
        String secretAccessKey,
        URI glue,
        String spaces,
        String furtherLine,
        Clock clock) {

    static Patient healthy(Sandbox sandbox, Path folder) {
        return new Patient(
                sandbox,
                folder,
                folder.resolve("data"),
                sandbox.clientSecret(),
                sandbox.secretAccessKey(),
                sandbox.awsEndpoint(),
                "[]",
                "",
                Clock.systemUTC());
    }

    Patient withClientSecret(String other) {
        return new Patient(sandbox, folder, data, other, secretAccessKey, glue, spaces, furtherLine, clock);
    }

    Patient withSecretAccessKey(String other) {
        return new Patient(sandbox, folder, data, clientSecret, other, glue, spaces, furtherLine, clock);
    }

    Patient withGlue(URI other) {
        return new Patient(sandbox, folder, data, clientSecret, secretAccessKey, other, spaces, furtherLine, clock);
    }

    Patient withSpaces(String... names) {
        return new Patient(
                sandbox,
                folder,
                data,
                clientSecret,
                secretAccessKey,
                glue,
                List.of(names).toString(),
                furtherLine,
                clock);
    }

    Patient withFurtherLine(String line) {
        return new Patient(sandbox, folder, data, clientSecret, secretAccessKey, glue, spaces, line, clock);
    }

    Patient withData(Path other) {
        return new Patient(sandbox, folder, other, clientSecret, secretAccessKey, glue, spaces, furtherLine, clock);
    }

    Patient withClock(Clock other) {
        return new Patient(sandbox, folder, data, clientSecret, secretAccessKey, glue, spaces, furtherLine, other);
    }

    Diagnosis diagnosed() {
        BridgeOptions options = new BridgeOptions("wolf", Optional.of(configuration()), Optional.of(data));
        Map<String, String> variables = Map.of(
                "CLIENT_SECRET", clientSecret, "ACCESS_KEY", sandbox.accessKeyId(), "SECRET_KEY", secretAccessKey);
        return new Doctor(() -> Bridge.open(options, variables), data, clock).examine(check -> {});
    }

    private Path configuration() {
        try {
            return Files.writeString(folder.resolve("catalog-bridge.yaml"), """
                    environments:
                      wolf:
                        source:
                          type: datasphere
                          url: %s
                          tokenUrl: %s
                          clientId: '%s'
                          clientSecret: ${env:CLIENT_SECRET}
                          spaces: %s
                          requestsPerMinute: 60000
                        target:
                          type: glue
                          region: %s
                          endpoint: %s
                          accessKeyId: ${env:ACCESS_KEY}
                          secretAccessKey: ${env:SECRET_KEY}
                    %s
                    """.formatted(
                            sandbox.datasphereUrl(),
                            sandbox.tokenUrl(),
                            sandbox.clientId(),
                            spaces,
                            sandbox.region(),
                            glue,
                            furtherLine));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
