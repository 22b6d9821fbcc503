package io.catalogbridge.server.cli;

import io.catalogbridge.server.bench.PlanBench;
import io.catalogbridge.server.bench.PlanMeasurement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Maps and plans generated tables in memory: a quarter of them, half, and all.",
            "If the time per table is the same each time, planning is linear."
        })
final class BenchPlanCommand extends StandaloneCommand {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LEAST = 1_000;
    private static final double MEBIBYTE = 1 << 20;

    @Option(names = "--tables", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int tables = 100_000;

    @Override
    int run(Console console) {
        if (tables < LEAST) {
            throw new UsageException(
                    "fewer than " + LEAST + " tables are over before anything can be measured", "give --tables more");
        }
        console.note("Warming up");
        PlanBench.of(LEAST);
        List<PlanMeasurement> measured = Stream.of(tables / 4, tables / 2, tables)
                .peek(count -> console.note("Planning " + count + " tables"))
                .map(PlanBench::of)
                .toList();
        print(measured, console);
        boolean right = measured.stream().allMatch(each -> each.idleChanges() == 0);
        return right ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private void print(List<PlanMeasurement> measured, Console console) {
        if (options.json) {
            console.json(json(measured));
            return;
        }
        console.line("%9s %10s %10s %10s %10s %12s"
                .formatted("tables", "map s", "create s", "idle s", "us/table", "peak heap"));
        measured.forEach(each -> console.line(line(each)));
    }

    private static String line(PlanMeasurement each) {
        return String.format(
                Locale.ROOT,
                "%9d %10.2f %10.2f %10.2f %10.1f %8.0f MiB",
                each.tables(),
                seconds(each.mapping()),
                seconds(each.creation()),
                seconds(each.idle()),
                each.microsecondsPerTable(),
                each.peakHeap() / MEBIBYTE);
    }

    private static ObjectNode json(List<PlanMeasurement> measured) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode array = node.putArray("measurements");
        measured.forEach(each -> array.addObject()
                .put("tables", each.tables())
                .put("mapSeconds", seconds(each.mapping()))
                .put("createSeconds", seconds(each.creation()))
                .put("created", each.created())
                .put("idleSeconds", seconds(each.idle()))
                .put("idleChanges", each.idleChanges())
                .put("microsecondsPerTable", each.microsecondsPerTable())
                .put("peakHeapBytes", each.peakHeap()));
        return node;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
