package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;

/** The command line, put together. */
public final class Cli {

    private final Console console;

    /**
     * @param out      the standard output the process was started with; only results are written to it
     * @param err      standard error
     * @param terminal which of the two a person sees directly: {@code both}, {@code out}, {@code err} or {@code none}
     */
    public Cli(PrintStream out, PrintStream err, String terminal) {
        this.console = new Console(
                out,
                err,
                terminal.equals("both") || terminal.equals("out"),
                terminal.equals("both") || terminal.equals("err"));
    }

    /** Runs one command and returns the exit code: a result that could not be written whole is a failure. */
    public int run(String... args) {
        int exitCode = execute(args);
        if (console.out().checkError()) {
            console.note("Error: standard output was closed, or its disk is full, before the result was written");
            return exitCode == ExitCodes.DONE ? ExitCodes.FAILED : exitCode;
        }
        return exitCode;
    }

    private int execute(String... args) {
        Optional<ServeCommand> plain = PlainServe.of(args);
        return plain.isPresent() ? serve(plain.get()) : parsed(args);
    }

    private int serve(ServeCommand command) {
        command.below(new RootCommand(console, Cli::open));
        return command.call();
    }

    private int parsed(String... args) {
        CommandLine line = new CommandLine(new RootCommand(console, Cli::open));
        line.setOut(writer(console.out()));
        line.setErr(writer(console.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.colours(System.getenv()) ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(new WrongArguments(console));
        line.setExecutionExceptionHandler((exception, command, result) -> {
            throw exception;
        });
        return line.execute(args);
    }

    private static java.io.PrintWriter writer(PrintStream stream) {
        return new java.io.PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static Bridge open(CommonOptions options) {
        return Bridge.open(options.bridge(), System.getenv());
    }
}
