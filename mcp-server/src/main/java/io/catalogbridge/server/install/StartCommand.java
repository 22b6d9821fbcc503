package io.catalogbridge.server.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How a program starts a server: never through a shell, and with full paths, since it may know no search path. */
public record StartCommand(String program, List<String> arguments) {

    private static final String LAUNCHER = "catalog-bridge";

    public StartCommand {
        arguments = List.copyOf(arguments);
    }

    /**
     * By the launcher, where there is one and the system runs scripts; else by Java itself.
     *
     * @param jar  the runnable jar
     * @param java the program that starts Java
     * @param rest what follows {@code serve}
     */
    public static StartCommand of(Machine machine, Path jar, Path java, List<String> rest) {
        Path launcher = jar.resolve("../../..").resolve(LAUNCHER).normalize();
        if (machine.os() != Machine.Os.WINDOWS && Files.isExecutable(launcher)) {
            return new StartCommand(launcher.toString(), serve(Stream.empty(), rest));
        }
        return new StartCommand(java.toString(), serve(Stream.of("-jar", jar.toString()), rest));
    }

    private static List<String> serve(Stream<String> before, List<String> rest) {
        return Stream.concat(Stream.concat(before, Stream.of("serve")), rest.stream())
                .toList();
    }
}
