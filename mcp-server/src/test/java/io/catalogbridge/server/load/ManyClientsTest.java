package io.catalogbridge.server.load;

import io.catalogbridge.server.protocol.http.RawHttp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hundreds of clients that read whatever there is, each as fast as it is answered, beside sessions that do the same. Reports
 * how long answers took, and how much processor time went to the server and to the clients: as long as theirs is the smaller
 * part, it is the server that is measured.
 */
@Tag("slow")
class ManyClientsTest {

    private static final int CLIENTS = 500;
    private static final int SESSIONS = 64;
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final long MEBIBYTE = 1024 * 1024;

    /** What may have grown: buffers of connections that are open, never what a request left behind. */
    private static final long GROWTH = 24 * MEBIBYTE;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void allAreAnsweredAndNothingStaysBehind() throws Exception {
        Path data = folder.resolve("data");
        Path log = folder.resolve("log");
        ServerProcess.demo(data);
        try (ServerProcess server = ServerProcess.serving(data, log)) {
            List<Reading> readings = readings(server);
            run(server, readings, WARM_UP);
            long before = server.liveBytes();
            Duration serverBefore = server.processorTime();
            Duration clientsBefore = ownProcessorTime();

            long[] micros = run(server, readings, TIME);

            Duration serverTime = server.processorTime().minus(serverBefore);
            Duration clientTime = ownProcessorTime().minus(clientsBefore);
            long after = server.liveBytes();
            System.out.println(text(micros, readings.size(), serverTime, clientTime) + memory(before, after));
            assertThat(after - before).isLessThan(GROWTH);
            assertThat(micros.length).isGreaterThan(CLIENTS + SESSIONS);
            assertThat(server.stop()).isIn(0, 143);
            assertThat(Files.readString(log)).doesNotContain("Exception", "\tat ");
        }
    }

    private static List<Reading> readings(ServerProcess server) throws IOException {
        try (RawHttp http = new RawHttp(server.uri())) {
            return Reading.of(http);
        }
    }

    private static Duration ownProcessorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How long each answer took, in ascending order, in microseconds. */
    private static long[] run(ServerProcess server, List<Reading> readings, Duration time) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + SESSIONS);
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Future<LongStream>> all = new ArrayList<>();
            for (int number = 0; number < CLIENTS + SESSIONS; number++) {
                int start = number;
                all.add(clients.submit(() -> client(server, readings, start, end)));
            }
            LongStream micros = LongStream.empty();
            for (Future<LongStream> each : all) {
                micros = LongStream.concat(micros, each.get());
            }
            return micros.sorted().toArray();
        } finally {
            clients.shutdownNow();
        }
    }

    private static LongStream client(ServerProcess server, List<Reading> readings, int start, long end)
            throws IOException {
        LongStream.Builder micros = LongStream.builder();
        try (RawHttp http = new RawHttp(server.uri())) {
            Map<String, String> session = start < SESSIONS ? Reading.session(http) : Map.of();
            for (int next = start; System.nanoTime() < end; next++) {
                Reading reading = readings.get(next % readings.size());
                long began = System.nanoTime();
                if (session.isEmpty()) {
                    reading.askStateless(http);
                } else {
                    reading.askInSession(http, session);
                }
                micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
            }
        }
        return micros.build();
    }

    private static String text(long[] micros, int readings, Duration server, Duration clients) {
        return String.format(
                Locale.ROOT,
                "%d clients and %d sessions, %d kinds of reads, %d s, %d processors: %d answers (%d per second), "
                        + "median %d ms, p95 %d ms, longest %d ms; processor time: server %d s, clients %d s; ",
                CLIENTS,
                SESSIONS,
                readings,
                TIME.toSeconds(),
                ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors(),
                micros.length,
                micros.length / TIME.toSeconds(),
                at(micros, 50),
                at(micros, 95),
                at(micros, 100),
                server.toSeconds(),
                clients.toSeconds());
    }

    private static long at(long[] micros, int percent) {
        return TimeUnit.MICROSECONDS.toMillis(micros[Math.max(0, micros.length * percent / 100 - 1)]);
    }

    private static String memory(long before, long after) {
        return "reachable in the server: " + before / MEBIBYTE + " MiB before, " + after / MEBIBYTE + " MiB after";
    }
}
