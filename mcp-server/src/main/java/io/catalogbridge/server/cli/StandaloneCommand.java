package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;

/** A command that needs no environment to begin with: it works in none, or finds out whether one can be opened. */
abstract class StandaloneCommand extends BridgeCommand {

    /** Does the work and returns the exit code. */
    abstract int run(Console console);

    @Override
    public final Integer call() {
        return guarded(this::run);
    }

    @Override
    final int run(Bridge bridge, Console console) {
        return run(console);
    }
}
