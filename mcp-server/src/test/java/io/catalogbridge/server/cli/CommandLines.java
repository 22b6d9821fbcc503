package io.catalogbridge.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The commands there are, to be looked at and not run. */
final class CommandLines {

    private CommandLines() {}

    /** Those that stand alone or hold others, such as {@code plan} and {@code bench}. */
    static List<CommandLine> direct() {
        return List.copyOf(root().getSubcommands().values());
    }

    /** These and those below them. */
    static List<CommandLine> all() {
        return direct().stream().flatMap(CommandLines::withAllBelow).toList();
    }

    private static Stream<CommandLine> withAllBelow(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(CommandLines::withAllBelow));
    }

    private static CommandLine root() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new CommandLine(new RootCommand(new Console(nowhere, nowhere, false, false), options -> {
            throw new AssertionError("nothing is opened to look at commands");
        }));
    }
}
