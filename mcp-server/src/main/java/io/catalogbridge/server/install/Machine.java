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
        return of(System.getProperty("os.name", ""), System.getProperty("user.home"), System.getenv());
    }

    /** Everywhere but on Windows, programs look below {@code HOME} before what the system has on record for the user. */
    static Machine of(String osName, String recordedHome, Map<String, String> variables) {
        String name = osName.toLowerCase(Locale.ROOT);
        Os os = name.contains("windows") ? Os.WINDOWS : name.contains("mac") ? Os.MACOS : Os.LINUX;
        String home = os == Os.WINDOWS ? "" : variables.getOrDefault("HOME", "");
        return new Machine(os, Path.of(home.isBlank() ? recordedHome : home), variables);
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

    /** The folder that this variable of the environment names, if it is set. */
    Path variable(String name, Path otherwise) {
        String value = variables.getOrDefault(name, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
