package io.catalogbridge.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast this is, in a sandbox of its own; touches no environment.",
        subcommands = {
            BenchSyncCommand.class,
            BenchPlanCommand.class,
            BenchSearchCommand.class,
            BenchStartupCommand.class
        })
final class BenchCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to measure: sync, plan, search or startup");
    }
}
