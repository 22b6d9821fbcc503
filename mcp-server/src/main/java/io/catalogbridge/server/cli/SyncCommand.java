package io.catalogbridge.server.cli;

import io.catalogbridge.mapping.plan.PlanText;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.cli.PlanCommand.ScopeOptions;
import io.catalogbridge.server.sync.ApplyResult;
import io.catalogbridge.server.sync.Planned;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Makes a plan and applies what the policy allows; stops where a person must decide.")
final class SyncCommand extends BridgeCommand {

    private static final int PLAN_LINES = 40;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Override
    int run(Bridge bridge, Console console) {
        try (ShownProgress progress = interruptible(console)) {
            Planned planned =
                    bridge.engine().plan(scope.scope(bridge), scope.verify(bridge), Actor.CLI, progress.progress());
            boolean waits = bridge.needsApproval() && !planned.plan().empty();
            Optional<ApplyResult> result = waits || planned.plan().empty()
                    ? Optional.empty()
                    : Optional.of(bridge.engine().apply(planned, Actor.CLI, progress.progress()));
            progress.finish();
            print(planned, result, waits, bridge, console);
            return exitCode(planned, result, waits);
        }
    }

    private void print(Planned planned, Optional<ApplyResult> result, boolean waits, Bridge bridge, Console console) {
        if (options.json) {
            ObjectNode node = PlanJsonView.plan(planned).put("approvalNeeded", waits);
            node.set("run", result.map(PlanJsonView::run).orElse(null));
            console.json(node);
            return;
        }
        console.line(PlanText.render(planned.plan(), PlanViews.options(console.colours(System.getenv()), PLAN_LINES)));
        SyncTexts.gaps(planned.gaps(), console);
        result.ifPresent(run -> SyncTexts.run(run, console));
        if (waits) {
            console.line("Environment " + bridge.name() + " asks for approval. To go ahead: catalog-bridge apply "
                    + planned.plan().id() + options.repeated());
        }
    }

    private static int exitCode(Planned planned, Optional<ApplyResult> result, boolean waits) {
        int applied = result.map(SyncTexts::exitCode).orElse(ExitCodes.DONE);
        if (applied == ExitCodes.FAILED) {
            return ExitCodes.FAILED;
        }
        if (applied == ExitCodes.DECISION || waits || planned.plan().needsDecision()) {
            return ExitCodes.DECISION;
        }
        return planned.gaps().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
