package io.catalogbridge.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that all others hang below. */
@Command(
        name = "catalog-bridge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Carries business metadata from SAP Datasphere into the AWS Glue Data Catalog.",
        footer = {
            "",
            "Exit codes: 0 done; 1 failed or partial; 2 usage or configuration; 3 stopped for a decision.",
            "Without --env everything runs in a sandbox on this machine: no account is needed."
        },
        subcommands = {
            DemoCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            SyncCommand.class,
            StatusCommand.class,
            SearchCommand.class,
            ShowCommand.class,
            FindingsCommand.class,
            ConflictsCommand.class,
            ResolveCommand.class,
            DoctorCommand.class,
            LoginCommand.class,
            SandboxCommand.class,
            ServeCommand.class,
            BenchCommand.class,
            PrepareCommand.class,
            InstallCommand.class
        })
final class RootCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    private final Console console;
    private final Bridges bridges;

    RootCommand(Console console, Bridges bridges) {
        this.console = console;
        this.bridges = bridges;
    }

    Console console() {
        return console;
    }

    Bridges bridges() {
        return bridges;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is required");
    }
}
