package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.sync.ApplyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = "Applies a stored plan, exactly; stops at whatever changed since it was made.")
final class ApplyCommand extends BridgeCommand {

    @Parameters(paramLabel = "PLAN_ID", description = "As printed by 'plan'.")
    private String planId = "";

    @Override
    int run(Bridge bridge, Console console) {
        try (ShownProgress progress = interruptible(console)) {
            ApplyResult result = bridge.engine().apply(planId, Actor.CLI, progress.progress());
            progress.finish();
            if (options.json) {
                console.json(PlanJsonView.run(result));
            } else {
                SyncTexts.run(result, console);
            }
            return SyncTexts.exitCode(result);
        }
    }
}
