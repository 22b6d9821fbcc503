package io.catalogbridge.server.cli;

import io.catalogbridge.server.bench.StartupBench;
import io.catalogbridge.server.bench.StartupMeasurement;
import io.catalogbridge.server.bench.StartupReport;
import io.catalogbridge.server.startup.JavaHome;
import io.catalogbridge.server.startup.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how soon servers on standard streams answer.",
            "Starts each again and again until it answers 'initialize': ours, the least one that the protocol's Java library",
            "makes, and a server for Node.js if one is named. Fails if ours takes longer than the budgets allow."
        })
final class BenchStartupCommand extends StandaloneCommand {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    @Option(
            names = "--java",
            paramLabel = "HOME",
            description = "A Java to measure with, by its folder. May be repeated (default: the one that runs this).")
    private List<Path> homes = new ArrayList<>();

    @Option(
            names = "--node-server",
            paramLabel = "FILE",
            description = "The script of a server for Node.js to compare with, such as dist/index.js of"
                    + " @modelcontextprotocol/server-everything.")
    private @Nullable Path nodeServer;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "15",
            description = "How often each is started (default: ${DEFAULT-VALUE}).")
    private int repetitions = 15;

    @Override
    int run(Console console) {
        if (repetitions < 1) {
            throw new UsageException("nothing can be measured in fewer than one repetition", "give --repetitions more");
        }
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            StartupReport report = new StartupBench(PrepareCommand.jar(), folder.path(), console::note)
                    .run(javas(), node(), repetitions);
            if (options.json) {
                console.json(json(report));
            } else {
                text(report).forEach(console::line);
            }
            return report.withinBudget() ? ExitCodes.DONE : ExitCodes.FAILED;
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "see 'bench startup --help'");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.FAILED;
        }
    }

    private List<JavaHome> javas() {
        if (homes.isEmpty()) {
            return List.of(JavaHome.current());
        }
        return homes.stream()
                .map(home -> JavaHome.at(home)
                        .orElseThrow(() -> new UsageException(
                                "there is no Java in " + home, "name the folder above 'bin', with --java")))
                .toList();
    }

    private Optional<List<String>> node() {
        return Optional.ofNullable(nodeServer).map(script -> List.of("node", script.toString()));
    }

    private static Stream<String> text(StartupReport report) {
        Stream<String> medians = report.measurements().stream()
                .map(each -> "%-8s %-14s %8.0f ms"
                        .formatted(
                                each.java().isPresent() ? "Java " + each.java().getAsInt() : "Node.js",
                                name(each),
                                milliseconds(each)));
        Stream<String> ratios = report.javas().stream()
                .flatMap(java -> Stream.of(
                                line(java, "cold to bare, at most 1.3", report.coldToBare(java)),
                                line(java, "archived to bare archived, at most 1.3", report.archivedToBare(java)),
                                line(java, "archived to Node.js, below 1", report.archivedToNode(java)))
                        .flatMap(Optional::stream));
        return Stream.concat(medians, ratios);
    }

    private static Optional<String> line(int java, String what, OptionalDouble ratio) {
        return ratio.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "Java %d, %s: %.2f", java, what, ratio.getAsDouble()));
    }

    private static ObjectNode json(StartupReport report) {
        ObjectNode node = new JsonMapper().createObjectNode().put("withinBudget", report.withinBudget());
        ArrayNode measurements = node.putArray("measurements");
        for (StartupMeasurement each : report.measurements()) {
            ObjectNode entry = measurements.addObject().put("subject", name(each));
            each.java().ifPresent(java -> entry.put("java", java));
            entry.put("medianMs", milliseconds(each));
            ArrayNode times = entry.putArray("timesMs");
            each.times().forEach(time -> times.add(time.toNanos() / NANOS_PER_MILLISECOND));
        }
        ArrayNode ratios = node.putArray("ratios");
        for (int java : report.javas()) {
            ObjectNode entry = ratios.addObject().put("java", java);
            report.coldToBare(java).ifPresent(ratio -> entry.put("coldToBare", ratio));
            report.archivedToBare(java).ifPresent(ratio -> entry.put("archivedToBareArchived", ratio));
            report.archivedToNode(java).ifPresent(ratio -> entry.put("archivedToNode", ratio));
        }
        return node;
    }

    private static String name(StartupMeasurement each) {
        return each.subject().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double milliseconds(StartupMeasurement each) {
        return each.median().toNanos() / NANOS_PER_MILLISECOND;
    }
}
