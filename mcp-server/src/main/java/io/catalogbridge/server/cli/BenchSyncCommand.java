package io.catalogbridge.server.cli;

import io.catalogbridge.server.bench.SyncBench;
import io.catalogbridge.server.bench.SyncBenchJson;
import io.catalogbridge.server.bench.SyncBenchReport;
import io.catalogbridge.server.bench.SyncBenchSettings;
import io.catalogbridge.server.bench.SyncBenchText;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = {
            "Synchronises a generated tenant: for the first time, again when nothing changed, and one call at a time.",
            "The last takes some minutes with the default size and latency."
        })
final class BenchSyncCommand extends StandaloneCommand {

    @Option(names = "--assets", paramLabel = "N", description = "Size of the tenant (default: ${DEFAULT-VALUE}).")
    private int assets = 1000;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            description = "Milliseconds before every answer of both systems (default: ${DEFAULT-VALUE}).")
    private long latencyMs = 50;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            description = "Rate limit towards the tenant; its use is measured (default: none).")
    private @Nullable Integer requestsPerMinute;

    @Option(
            names = "--requests-per-second",
            paramLabel = "N",
            description = "Rate limit towards Glue; its use is measured (default: none).")
    private @Nullable Double requestsPerSecond;

    @Option(names = "--without-serial", description = "Do not do the work again one call at a time.")
    private boolean withoutSerial;

    @Override
    int run(Console console) {
        SyncBenchSettings settings = settings();
        try (ShownProgress progress = progress(console)) {
            SyncBenchReport report = new SyncBench(settings, console::note, progress.progress()).run();
            progress.finish();
            if (options.json) {
                console.json(SyncBenchJson.render(report));
            } else {
                console.line(SyncBenchText.render(report));
            }
            return report.sound() ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    private SyncBenchSettings settings() {
        try {
            return new SyncBenchSettings(
                    assets,
                    Duration.ofMillis(latencyMs),
                    requestsPerMinute == null ? OptionalInt.empty() : OptionalInt.of(requestsPerMinute),
                    requestsPerSecond == null ? OptionalDouble.empty() : OptionalDouble.of(requestsPerSecond),
                    !withoutSerial);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "see 'bench sync --help'");
        }
    }
}
