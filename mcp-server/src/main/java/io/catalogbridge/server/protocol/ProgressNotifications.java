package io.catalogbridge.server.protocol;

import io.catalogbridge.connectors.spi.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the client how far a call is. MCP wants the value to increase with every notification, so all stages count on one
 * line and the beginning of a stage counts as a step. Thread-safe.
 */
final class ProgressNotifications implements Progress {

    private static final long INTERVAL_NANOS = Duration.ofMillis(200).toNanos();

    private final Exchange exchange;
    private final Object token;
    private final LongSupplier nanoTime;

    private String stage = "";
    private long done;
    private long stageStart;
    private long stageTotal = -1;
    private long reportedAt;

    ProgressNotifications(Exchange exchange, Object token, LongSupplier nanoTime) {
        this.exchange = exchange;
        this.token = token;
        this.nanoTime = nanoTime;
    }

    /** What a tool is to report to: a client that sent no token learns nothing, but can still cancel. */
    static Progress of(Exchange exchange, @Nullable Object token) {
        if (token instanceof String || token instanceof Integer || token instanceof Long) {
            return new ProgressNotifications(exchange, token, System::nanoTime);
        }
        return new Progress() {
            @Override
            public boolean cancelled() {
                return exchange.call().cancelled();
            }
        };
    }

    @Override
    public synchronized void stage(String name, long total) {
        stageTotal = total;
        if (!name.equals(stage)) {
            stage = name;
            done++;
            stageStart = done;
            report();
        }
    }

    @Override
    public synchronized void advance(long steps) {
        if (steps <= 0) {
            return;
        }
        done += steps;
        boolean stageDone = stageTotal >= 0 && done >= stageStart + stageTotal;
        if (stageDone || nanoTime.getAsLong() - reportedAt >= INTERVAL_NANOS) {
            report();
        }
    }

    @Override
    public boolean cancelled() {
        return exchange.call().cancelled();
    }

    private void report() {
        reportedAt = nanoTime.getAsLong();
        Double total = stageTotal < 0 ? null : (double) Math.max(done, stageStart + stageTotal);
        double value = done;
        exchange.call().report(() -> exchange.progress(token, value, total, stage));
    }
}
