package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.spi.Progress;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with rate and remaining time, for people who watch. Draws on standard error only. */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final int WIDTH = 100;

    private final PrintStream err;
    private @Nullable ProgressBar bar;
    private boolean waited;

    TerminalProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void stage(String name, long total) {
        if (bar != null && bar.getTaskName().equals(name)) {
            bar.maxHint(total);
            return;
        }
        close();
        bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setSpeedUnit(java.time.temporal.ChronoUnit.SECONDS)
                .showSpeed()
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
    }

    @Override
    public synchronized void advance(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
            if (waited) {
                waited = false;
                bar.setExtraMessage("");
            }
        }
    }

    @Override
    public synchronized void waiting(String system, Duration wait) {
        if (bar != null && wait.compareTo(Duration.ofSeconds(1)) >= 0) {
            waited = true;
            bar.setExtraMessage(" " + PlainProgress.wait(system, wait));
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
