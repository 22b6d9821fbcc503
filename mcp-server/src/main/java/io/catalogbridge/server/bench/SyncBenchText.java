package io.catalogbridge.server.bench;

import io.catalogbridge.connectors.spi.CallCounts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report for people. */
public final class SyncBenchText {

    private static final double MEBIBYTE = 1 << 20;

    private SyncBenchText() {}

    public static String render(SyncBenchReport report) {
        Stream<String> head = Stream.of(
                "%d assets, %d ms latency on every call of both systems"
                        .formatted(
                                report.settings().assets(),
                                report.settings().latency().toMillis()),
                "%-8s %9s %7s %9s %10s".formatted("", "seconds", "calls", "calls/s", "peak heap"),
                line("first", report.first()),
                line("idle", report.idle()));
        Stream<String> serial = report.serial().map(phase -> line("serial", phase)).stream();
        return Stream.of(head, serial, calls(report), conclusions(report))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(String name, Phase phase) {
        return String.format(
                Locale.ROOT,
                "%-8s %9.2f %7d %9.1f %6.0f MiB",
                name,
                phase.seconds(),
                phase.calls(),
                phase.callsPerSecond(),
                phase.peakHeap() / MEBIBYTE);
    }

    private static Stream<String> calls(SyncBenchReport report) {
        return Stream.of(
                "Calls of the first: " + calls(report.first()), "Calls of the idle one: " + calls(report.idle()));
    }

    private static String calls(Phase phase) {
        return Stream.of(phase.source(), phase.target())
                .map(CallCounts::byOperation)
                .flatMap(counts -> counts.entrySet().stream())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> conclusions(SyncBenchReport report) {
        Stream<String> ratio = report.ratio().stream()
                .mapToObj(times -> String.format(Locale.ROOT, "One call at a time takes %.1f times as long.", times));
        Stream<String> limits = report.rateLimits().stream()
                .map(use -> String.format(
                        Locale.ROOT,
                        "Of the rate limit of %s, %.1f calls per second, %.0f %% was used.",
                        use.system(),
                        use.perSecond(),
                        use.share() * 100));
        Stream<String> doubt = report.sound()
                ? Stream.empty()
                : Stream.of("The runs did not do the same work, or failed in part: do not compare the figures.");
        return Stream.of(
                        ratio,
                        Stream.of(String.format(
                                Locale.ROOT, "The idle run takes %.3f of the first one's time.", report.idleRatio())),
                        limits,
                        doubt)
                .flatMap(lines -> lines);
    }
}
