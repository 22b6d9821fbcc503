package io.catalogbridge.server.cli;

import io.catalogbridge.server.bench.SearchBench;
import io.catalogbridge.server.bench.SearchMeasurement;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a temporary store with a generated catalog and searches it, kind of query by kind of query.",
            "A million assets take some minutes and some gigabytes of disk."
        })
final class BenchSearchCommand extends StandaloneCommand {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double MEBIBYTE = 1 << 20;

    @Option(names = "--assets", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int assets = 100_000;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            description = "Searches of each kind (default: ${DEFAULT-VALUE}).")
    private int repetitions = 300;

    @Override
    int run(Console console) {
        if (assets < 1 || repetitions < 1) {
            throw new UsageException("nothing to measure", "give --assets and --repetitions at least 1");
        }
        SearchMeasurement measured = new SearchBench(assets, repetitions, console::note).run();
        if (options.json) {
            console.json(json(measured));
        } else {
            print(measured, console);
        }
        return ExitCodes.DONE;
    }

    private static void print(SearchMeasurement measured, Console console) {
        console.line(String.format(
                Locale.ROOT,
                "%d assets: indexed in %.1f s, again with few changed in %.1f s, %.0f MiB on disk",
                measured.assets(),
                seconds(measured.build()),
                seconds(measured.again()),
                measured.fileBytes() / MEBIBYTE));
        console.line("%-18s %9s %9s %9s %9s %9s %9s"
                .formatted("query", "found", "p50 ms", "p95 ms", "max ms", "busy p50", "busy p95"));
        measured.latencies()
                .forEach((kind, latency) -> console.line(String.format(
                        Locale.ROOT,
                        "%-18s %9d %9.2f %9.2f %9.2f %9.2f %9.2f",
                        kind,
                        latency.found(),
                        millis(latency.median()),
                        millis(latency.percentile95()),
                        millis(latency.longest()),
                        millis(latency.busyMedian()),
                        millis(latency.busy95()))));
    }

    private static ObjectNode json(SearchMeasurement measured) {
        ObjectNode node = JSON.createObjectNode()
                .put("assets", measured.assets())
                .put("buildSeconds", seconds(measured.build()))
                .put("againSeconds", seconds(measured.again()))
                .put("fileBytes", measured.fileBytes());
        ObjectNode latencies = node.putObject("milliseconds");
        measured.latencies()
                .forEach((kind, latency) -> latencies
                        .putObject(kind)
                        .put("found", latency.found())
                        .put("p50", millis(latency.median()))
                        .put("p95", millis(latency.percentile95()))
                        .put("max", millis(latency.longest()))
                        .put("busyP50", millis(latency.busyMedian()))
                        .put("busyP95", millis(latency.busy95())));
        return node;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
