package io.catalogbridge.server.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said about arguments that no command understands: one line, a remedy, and JSON for those who asked for it. */
record WrongArguments(Console console) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        return new Failures(console, Arrays.asList(arguments).contains("--json"))
                .usage("USAGE", problem.getMessage(), remedy(problem));
    }

    private static String remedy(ParameterException problem) {
        String help = "see '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
        return problem instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? unmatched.getSuggestions().stream().collect(Collectors.joining(" or ", "did you mean ", "; ")) + help
                : help;
    }
}
