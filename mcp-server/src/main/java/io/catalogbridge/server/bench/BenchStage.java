package io.catalogbridge.server.bench;

import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.connectors.sandbox.SandboxConfig;
import io.catalogbridge.connectors.sandbox.TenantChoice;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.bridge.BridgeOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fresh tenant, a fresh account, and the product configured for both by a file, as users configure it. Everything is gone
 * when it is closed.
 */
final class BenchStage implements AutoCloseable {

    private static final String ENVIRONMENT = "bench";
    private static final long SEED = 7;
    private static final int UNFELT_PER_MINUTE = 1_000_000;
    private static final double UNFELT_PER_SECOND = 100_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Sandbox sandbox;
    private final Bridge bridge;

    private BenchStage(Path folder, Sandbox sandbox, Bridge bridge) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.bridge = bridge;
    }

    /** @param concurrency calls under way at once to each system; empty for what the product does by itself */
    static BenchStage open(SyncBenchSettings settings, Optional<Integer> concurrency) {
        try {
            Path folder = Files.createTempDirectory("catalog-bridge-bench");
            Sandbox sandbox = Sandbox.start(sandbox(settings));
            Path file = Files.writeString(
                    folder.resolve("bench.yaml"),
                    configuration(settings, sandbox, concurrency).toString());
            Bridge bridge = Bridge.open(
                    new BridgeOptions(ENVIRONMENT, Optional.of(file), Optional.of(folder)), secrets(sandbox));
            return new BenchStage(folder, sandbox, bridge);
        } catch (IOException e) {
            throw new UncheckedIOException("the bench cannot set up its stage", e);
        }
    }

    private static SandboxConfig sandbox(SyncBenchSettings settings) {
        Faults slow = Faults.none().withLatency(settings.latency());
        return SandboxConfig.demo()
                .withTenant(new TenantChoice.Generated(SEED, settings.assets()))
                .withFaults(slow, slow);
    }

    /** JSON is YAML. */
    private static ObjectNode configuration(
            SyncBenchSettings settings, Sandbox sandbox, Optional<Integer> concurrency) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode environment = root.putObject("environments").putObject(ENVIRONMENT);
        ObjectNode source = environment.putObject("source");
        source.put("type", "datasphere")
                .put("url", sandbox.datasphereUrl().toString())
                .put("tokenUrl", sandbox.tokenUrl().toString())
                .put("clientId", sandbox.clientId())
                .put("clientSecret", "${env:BENCH_CLIENT_SECRET}")
                .put("requestsPerMinute", settings.requestsPerMinute().orElse(UNFELT_PER_MINUTE));
        ObjectNode target = environment.putObject("target");
        target.put("type", "glue")
                .put("region", sandbox.region())
                .put("endpoint", sandbox.awsEndpoint().toString())
                .put("accessKeyId", "${env:BENCH_ACCESS_KEY_ID}")
                .put("secretAccessKey", "${env:BENCH_SECRET_ACCESS_KEY}")
                .put("requestsPerSecond", settings.requestsPerSecond().orElse(UNFELT_PER_SECOND));
        concurrency.ifPresent(calls -> source.put("concurrency", calls));
        concurrency.ifPresent(calls -> target.put("concurrency", calls));
        return root;
    }

    private static Map<String, String> secrets(Sandbox sandbox) {
        return Map.of(
                "BENCH_CLIENT_SECRET", sandbox.clientSecret(),
                "BENCH_ACCESS_KEY_ID", sandbox.accessKeyId(),
                "BENCH_SECRET_ACCESS_KEY", sandbox.secretAccessKey());
    }

    Bridge bridge() {
        return bridge;
    }

    @Override
    public void close() {
        bridge.close();
        sandbox.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(BenchStage::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("the bench cannot clear its stage", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the bench cannot clear its stage", e);
        }
    }
}
