package io.catalogbridge.server.bench;

import io.catalogbridge.connectors.spi.CallCounts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report for programs: {@code {assets, latencyMs, sound, ratio?, idleRatio, first, idle, serial?, rateLimits[{system,
 * perSecond, utilisation}]}}, each run {@code {seconds, calls{source{…}, target{…}, total}, callsPerSecond, applied,
 * peakHeapBytes}}.
 */
public final class SyncBenchJson {

    private static final JsonMapper JSON = new JsonMapper();

    private SyncBenchJson() {}

    public static ObjectNode render(SyncBenchReport report) {
        ObjectNode node = JSON.createObjectNode()
                .put("assets", report.settings().assets())
                .put("latencyMs", report.settings().latency().toMillis())
                .put("sound", report.sound());
        report.ratio().ifPresent(ratio -> node.put("ratio", ratio));
        node.put("idleRatio", report.idleRatio());
        phase(node.putObject("first"), report.first());
        phase(node.putObject("idle"), report.idle());
        report.serial().ifPresent(serial -> phase(node.putObject("serial"), serial));
        rateLimits(node.putArray("rateLimits"), report);
        return node;
    }

    private static void phase(ObjectNode node, Phase phase) {
        node.put("seconds", phase.seconds());
        ObjectNode calls = node.putObject("calls");
        counts(calls.putObject("source"), phase.source());
        counts(calls.putObject("target"), phase.target());
        calls.put("total", phase.calls());
        node.put("callsPerSecond", phase.callsPerSecond())
                .put("applied", phase.applied())
                .put("peakHeapBytes", phase.peakHeap());
    }

    private static void counts(ObjectNode node, CallCounts counts) {
        counts.byOperation().forEach(node::put);
    }

    private static void rateLimits(ArrayNode array, SyncBenchReport report) {
        report.rateLimits()
                .forEach(use -> array.addObject()
                        .put("system", use.system())
                        .put("perSecond", use.perSecond())
                        .put("utilisation", use.share()));
    }
}
