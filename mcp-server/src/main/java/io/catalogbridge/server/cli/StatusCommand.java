package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.sync.StatusReport;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says what is known: the last discovery, plan and runs. Asks no other system.")
final class StatusCommand extends BridgeCommand {

    @Override
    int run(Bridge bridge, Console console) {
        StatusReport report = StatusReport.of(bridge.store(), bridge.name());
        if (options.json) {
            console.json(report.json());
        } else {
            report.lines().forEach(console::line);
        }
        return ExitCodes.DONE;
    }
}
