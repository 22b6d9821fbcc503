package io.catalogbridge.server.bridge;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which environment to open, and where its configuration and data are.
 *
 * @param config absent to use {@code CATALOG_BRIDGE_CONFIG}, or {@code catalog-bridge.yaml} in the working directory if there
 *               is one
 * @param data   absent to use {@code CATALOG_BRIDGE_DATA}, or {@code .catalog-bridge} in the user's home
 */
public record BridgeOptions(String environment, Optional<Path> config, Optional<Path> data) {

    private static final Path DEFAULT_CONFIG = Path.of("catalog-bridge.yaml");

    Optional<Path> configFile(Map<String, String> variables) {
        return config.or(() -> given(variables, "CATALOG_BRIDGE_CONFIG"))
                .or(() -> Optional.of(DEFAULT_CONFIG).filter(java.nio.file.Files::isRegularFile));
    }

    /** The same for a process with another working directory and other variables: what is found there is named in full. */
    public BridgeOptions inFull(Map<String, String> variables) {
        return new BridgeOptions(
                environment,
                configFile(variables).map(Path::toAbsolutePath),
                data.or(() -> given(variables, "CATALOG_BRIDGE_DATA")).map(Path::toAbsolutePath));
    }

    /** Where the log is kept. */
    public Path logFolder(Map<String, String> variables) {
        return dataFolder(variables).resolve("logs");
    }

    /** Where the data of every environment is, by option, variable or habit. */
    public Path dataFolder(Map<String, String> variables) {
        return data.or(() -> given(variables, "CATALOG_BRIDGE_DATA"))
                .orElseGet(() -> home(variables).resolve(".catalog-bridge"))
                .toAbsolutePath();
    }

    /** As shells and the launcher see it; Java by itself asks the system's record of users. */
    private static Path home(Map<String, String> variables) {
        return given(variables, "HOME").orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    /** Programs that fill variables in from a form leave empty what was left empty. */
    private static Optional<Path> given(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
