package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.config.ConfigException;
import io.catalogbridge.server.logging.LogSettings;
import io.catalogbridge.server.logging.Logging;
import io.catalogbridge.server.store.StoreException;
import io.catalogbridge.server.sync.SyncException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share: options, opening the environment, progress, and saying what went wrong. */
abstract class BridgeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(BridgeCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    CommonOptions options = new CommonOptions();

    private @Nullable RootCommand parent;

    /** Does the work and returns the exit code. */
    abstract int run(Bridge bridge, Console console);

    @Override
    public Integer call() {
        return guarded(console -> {
            try (Bridge bridge = root().bridges().open(options)) {
                return run(bridge, console);
            }
        });
    }

    final int guarded(ToIntFunction<Console> work) {
        Logging.configure(logging());
        Console console = root().console();
        Failures failures = new Failures(console, options.json);
        try {
            return work.applyAsInt(console);
        } catch (ConfigException e) {
            return failures.usage("CONFIG", e.getMessage(), "");
        } catch (SyncException e) {
            return e.reason() == SyncException.Reason.CONFLICT
                    ? failures.failed("CONFLICT", "run", e.getMessage(), e.remedy())
                    : failures.usage(e.reason().name(), e.getMessage(), e.remedy());
        } catch (UsageException e) {
            return failures.usage("USAGE", e.getMessage(), e.remedy());
        } catch (ConnectorException e) {
            return failures.failed(e.kind().name(), e.object(), e.getMessage(), e.remedy());
        } catch (StoreException e) {
            return failures.failed("UNAVAILABLE", "store", e.getMessage(), "");
        } catch (RuntimeException e) {
            LOG.debug("A mistake of ours", e);
            return failures.failed(
                    "BUG",
                    "catalog-bridge",
                    "an unexpected " + e.getClass().getSimpleName() + " stopped the command",
                    "run it again with -vv and report what is printed");
        }
    }

    /** Where the log of this command goes. */
    LogSettings logging() {
        return options.logging(Optional.of(options.bridge().logFolder(System.getenv())));
    }

    /** Puts the command below its root without picocli's doing. */
    final void below(RootCommand root) {
        parent = root;
    }

    /** However deep a command hangs below it. */
    private RootCommand root() {
        RootCommand known = parent;
        return known == null ? (RootCommand) spec.root().userObject() : known;
    }

    final Bridges bridges() {
        return root().bridges();
    }

    /** Progress as this terminal can show it; to be closed when the work is done. */
    final ShownProgress progress(Console console) {
        if (console.bars(System.getenv())) {
            TerminalProgress bar = new TerminalProgress(console.err());
            return new ShownProgress(bar, bar::close, () -> {});
        }
        return new ShownProgress(new PlainProgress(console.err(), Clock.systemUTC()), () -> {}, () -> {});
    }

    /** The same for work that must not be left half-way: whoever tells the process to end asks it to stop first. */
    final ShownProgress interruptible(Console console) {
        ShownProgress shown = progress(console);
        Interruption interruption = Interruption.watched(console);
        return new ShownProgress(interruption.over(shown.progress()), shown.end(), interruption::close);
    }

    /** Progress, how to take it off the screen, and whom to tell that the work has ended. */
    record ShownProgress(Progress progress, Runnable end, Runnable ended) implements AutoCloseable {

        /** Takes it off the screen, so that a result can be printed. */
        void finish() {
            end.run();
        }

        @Override
        public void close() {
            end.run();
            ended.run();
        }
    }
}
