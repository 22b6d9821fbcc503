package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;

/** Opens the environment that a command's options name. */
@FunctionalInterface
interface Bridges {
    Bridge open(CommonOptions options);
}
