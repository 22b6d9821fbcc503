package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.sandbox.SandboxConfig;
import io.catalogbridge.connectors.sandbox.TenantChoice;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.bridge.StandaloneSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a Datasphere tenant and an AWS endpoint on loopback until stopped.",
            "Prints one line of JSON with addresses and credentials when ready; other commands with the same --data join it."
        })
final class SandboxCommand extends BridgeCommand {

    @Option(
            names = "--tenant",
            paramLabel = "DIR",
            description = "Serve this folder of exports; each folder in it is a space.")
    private @Nullable Path tenant;

    @Option(names = "--assets", paramLabel = "N", description = "Serve a generated tenant of this size.")
    private int assets;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of the generated tenant and of random faults.")
    private long seed = 7;

    @Option(names = "--datasphere-port", description = "Port of the tenant (default: any free one).")
    private int dataspherePort;

    @Option(names = "--aws-port", description = "Port of the AWS endpoint (default: any free one).")
    private int awsPort;

    @Option(names = "--hide", paramLabel = "SPACE", description = "A space of which the client is no member.")
    private Set<String> hidden = Set.of();

    @Option(names = "--latency", paramLabel = "MS", description = "Milliseconds before every answer of both systems.")
    private long latencyMs;

    @Option(names = "--throttle", paramLabel = "RATE", description = "Share of calls that are throttled, 0 to 1.")
    private double throttle;

    @Option(
            names = "--error-rate",
            paramLabel = "RATE",
            description = "Share of calls that fail with a server error, 0 to 1.")
    private double errorRate;

    @Option(names = "--disconnect-rate", paramLabel = "RATE", description = "Share of answers cut off midway, 0 to 1.")
    private double disconnectRate;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            description = "Rate limit of the tenant (default: none).")
    private int requestsPerMinute;

    @Option(
            names = "--token-lifetime",
            paramLabel = "S",
            description = "Seconds for which an access token is accepted.")
    private @Nullable Long tokenLifetime;

    @Option(names = "--page-size", paramLabel = "N", description = "Largest page of the tenant's catalog.")
    private int pageSize;

    @Override
    int run(Bridge bridge, Console console) {
        StandaloneSandbox sandbox = StandaloneSandbox.start(bridge.data(), bridge.name(), settings());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            sandbox.close();
            stopped.countDown();
        }));
        console.jsonLine(sandbox.address().json());
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCodes.DONE;
    }

    private SandboxConfig settings() {
        try {
            Faults aws = Faults.none()
                    .withSeed(seed)
                    .withLatency(Duration.ofMillis(latencyMs))
                    .withThrottleRate(throttle)
                    .withErrorRate(errorRate)
                    .withDisconnectRate(disconnectRate);
            Faults paged = aws.withRequestsPerMinute(requestsPerMinute).withPageSize(pageSize);
            Faults datasphere =
                    tokenLifetime == null ? paged : paged.withTokenLifetime(Duration.ofSeconds(tokenLifetime));
            return SandboxConfig.demo()
                    .withTenant(choice())
                    .withPorts(dataspherePort, awsPort)
                    .withHiddenSpaces(hidden)
                    .withFaults(datasphere, aws);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "see 'sandbox --help'");
        }
    }

    private TenantChoice choice() {
        if (assets < 0 || (assets > 0 && tenant != null)) {
            throw new UsageException(
                    assets < 0
                            ? "a tenant cannot have " + assets + " assets"
                            : "a tenant is read or generated, not both",
                    "give either --tenant DIR or --assets N, of at least 1");
        }
        if (tenant != null && !Files.isDirectory(tenant)) {
            throw new UsageException("there is no folder " + tenant, "give --tenant a folder of exports");
        }
        if (tenant != null) {
            return new TenantChoice.Folder(tenant);
        }
        return assets > 0 ? new TenantChoice.Generated(seed, assets) : new TenantChoice.Demo();
    }
}
