package io.catalogbridge.server.cli;

import io.catalogbridge.server.logging.LogFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises {@code serve} with nothing but everyday options, as assistants start it with every conversation, and spares it
 * the command line parser, which takes longer to load than the server to answer. Whatever is not understood here at once is
 * left to the parser, with its checks and its messages.
 */
final class PlainServe {

    private final ServeCommand command = new ServeCommand();
    private final Set<String> seen = new HashSet<>();

    private PlainServe() {}

    /** The command, ready to be put below its root; absent if the parser is needed. */
    static Optional<ServeCommand> of(String... args) {
        if (args.length == 0 || !args[0].equals("serve")) {
            return Optional.empty();
        }
        PlainServe serve = new PlainServe();
        return serve.takeAll(Arrays.copyOfRange(args, 1, args.length)) ? Optional.of(serve.command) : Optional.empty();
    }

    private boolean takeAll(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("-v") || args[i].equals("--verbose")) {
                command.options.verbose = Arrays.copyOf(command.options.verbose, command.options.verbose.length + 1);
            } else if (i + 1 == args.length || !take(args[i], args[++i])) {
                return false;
            }
        }
        Arrays.fill(command.options.verbose, true);
        return true;
    }

    private boolean take(String option, String value) {
        if (value.isEmpty() || "-@\"'".indexOf(value.charAt(0)) >= 0 || value.contains("${") || !seen.add(option)) {
            return false;
        }
        switch (option) {
            case "--env" -> command.options.env = value;
            case "--config" -> command.options.config = Path.of(value);
            case "--data" -> command.options.data = Path.of(value);
            case "--log-format" -> {
                return logFormat(value);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean logFormat(String value) {
        for (LogFormat format : LogFormat.values()) {
            if (format.name().equalsIgnoreCase(value)) {
                command.options.logFormat = format;
                return true;
            }
        }
        return false;
    }
}
