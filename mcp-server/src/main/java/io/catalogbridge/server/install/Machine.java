package io.catalogbridge.server.install;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What decides where programs keep their configuration.
 *
 * @param home      the user's home
 * @param variables the process environment
 */
public record Machine(Os os, Path home, Map<String, String> variables) {

    /** Kinds of operating systems. */
    public enum Os {
        MACOS,
        WINDOWS,
        LINUX
    }

    public Machine {
        variables = Map.copyOf(variables);
    }

    /** This one. */
    public static Machine current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Os os = name.contains("windows") ? Os.WINDOWS : name.contains("mac") ? Os.MACOS : Os.LINUX;
        return new Machine(os, Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** Where programs with windows keep what belongs to a user. */
    Path applications() {
        return switch (os) {
            case MACOS -> home.resolve("Library").resolve("Application Support");
            case WINDOWS -> variable("APPDATA", home.resolve("AppData").resolve("Roaming"));
            case LINUX -> configuration();
        };
    }

    /** Where programs that follow the desktop's standard keep their configuration. */
    Path configuration() {
        return variable("XDG_CONFIG_HOME", home.resolve(".config"));
    }

    private Path variable(String name, Path otherwise) {
        String value = variables.getOrDefault(name, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
