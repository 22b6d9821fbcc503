package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.logging.LogSettings;
import java.util.Optional;

/** A command that needs no environment to begin with: it works in none, or finds out whether one can be opened. */
abstract class StandaloneCommand extends BridgeCommand {

    /** Does the work and returns the exit code. */
    abstract int run(Console console);

    @Override
    public final Integer call() {
        return guarded(this::run);
    }

    /** Without a file: there may be no data folder, and none is made for this. */
    @Override
    LogSettings logging() {
        return options.logging(Optional.empty());
    }

    @Override
    final int run(Bridge bridge, Console console) {
        return run(console);
    }
}
