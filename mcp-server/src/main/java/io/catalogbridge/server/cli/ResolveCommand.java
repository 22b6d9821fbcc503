package io.catalogbridge.server.cli;

import io.catalogbridge.mapping.plan.Decision.Resolution;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.store.FoundConflict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        description = {
            "Decides on a conflict; the next plan obeys. Changes nothing in Glue.",
            "Holds for the values that were in conflict: if Glue changes again, the conflict comes back."
        })
final class ResolveCommand extends BridgeCommand {

    @Parameters(index = "0", paramLabel = "CONFLICT_ID", description = "As printed by 'conflicts'.")
    private String conflictId = "";

    @Parameters(
            index = "1",
            paramLabel = "RESOLUTION",
            description = "keep-target leaves what is in Glue; take-source writes what the source says.")
    private String resolution = "";

    @Option(names = "--note", defaultValue = "", description = "Why; kept in the audit.")
    private String note = "";

    @Override
    int run(Bridge bridge, Console console) {
        FoundConflict decided = bridge.engine().conflicts().resolve(conflictId, parsed(), note, Actor.CLI);
        if (options.json) {
            console.json(ConflictView.json(decided));
        } else {
            ConflictView.lines(decided).forEach(console::line);
            console.line("The next plan obeys: catalog-bridge plan" + options.repeated());
        }
        return ExitCodes.DONE;
    }

    private Resolution parsed() {
        return Resolution.parse(resolution)
                .orElseThrow(() -> new UsageException(
                        "'" + resolution + "' is no way to resolve a conflict",
                        "write " + Resolution.KEEP_TARGET.label() + " or " + Resolution.TAKE_SOURCE.label()));
    }
}
