package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.BridgeOptions;
import io.catalogbridge.server.config.ConfigLoader;
import io.catalogbridge.server.logging.LogFormat;
import io.catalogbridge.server.logging.LogSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {

    @Option(names = "--json", description = "Print the result as JSON with stable field names.")
    boolean json;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            defaultValue = "dog",
            description = "Environment to work in (default: ${DEFAULT-VALUE}, the sandbox).")
    String env = "dog";

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file (YAML).")
    @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that keeps plans, runs, index and sandbox state.")
    @Nullable Path data;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more on standard error; twice for details of every call.")
    boolean[] verbose = {};

    /** What a follow-up command needs to find the same environment, configuration and data. */
    String repeated() {
        return (env.equalsIgnoreCase(ConfigLoader.DOG) ? "" : " --env " + env)
                + (config == null ? "" : " --config " + Texts.argument(config.toString()))
                + (data == null ? "" : " --data " + Texts.argument(data.toString()));
    }

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "How lines of the log look: text, or json for one object per line (default: ${DEFAULT-VALUE}).")
    LogFormat logFormat = LogFormat.TEXT;

    /** @param folder where the log is kept as a file; absent for none */
    LogSettings logging(Optional<Path> folder) {
        return new LogSettings(verbose.length, logFormat, folder);
    }

    BridgeOptions bridge() {
        return new BridgeOptions(env.toLowerCase(Locale.ROOT), Optional.ofNullable(config), Optional.ofNullable(data));
    }
}
