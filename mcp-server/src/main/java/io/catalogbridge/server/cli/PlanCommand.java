package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.mapping.plan.PlanText;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.sync.Planned;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Discovers the tenant and shows what would change in Glue. Changes nothing.")
final class PlanCommand extends BridgeCommand {

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--full", description = "Print every change, however long the plan is.")
    private boolean full;

    @Override
    int run(Bridge bridge, Console console) {
        try (ShownProgress progress = interruptible(console)) {
            Planned planned =
                    bridge.engine().plan(scope.scope(bridge), scope.verify(bridge), Actor.CLI, progress.progress());
            progress.finish();
            print(planned, console);
            return planned.gaps().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    private void print(Planned planned, Console console) {
        if (options.json) {
            console.json(PlanJsonView.plan(planned));
            return;
        }
        console.line(PlanText.render(
                planned.plan(), PlanViews.options(console.colours(System.getenv()), full ? Integer.MAX_VALUE : 120)));
        SyncTexts.gaps(planned.gaps(), console);
        if (!planned.plan().conflicts().isEmpty()) {
            console.line("To decide on conflicts: catalog-bridge conflicts" + options.repeated()
                    + ", then catalog-bridge resolve CONFLICT_ID");
        }
        if (!planned.plan().empty()) {
            console.line(
                    "To do exactly this: catalog-bridge apply " + planned.plan().id() + options.repeated());
        }
    }

    /** Which part of the tenant, and how closely Glue is looked at. */
    static final class ScopeOptions {

        @Option(names = "--space", paramLabel = "S", description = "Only this space; may be given several times.")
        private List<String> spaces = List.of();

        @Option(
                names = "--verify",
                description = "Read all tables of Glue instead of trusting digests: finds what others changed.")
        private boolean verify;

        DiscoveryScope scope(Bridge bridge) {
            return DiscoveryScope.of(spaces.isEmpty() ? bridge.configuredSpaces() : spaces);
        }

        boolean verify(Bridge bridge) {
            return verify || bridge.verifyByDefault();
        }
    }
}
