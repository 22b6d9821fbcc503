package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = {
            "Signs you in to the Datasphere tenant in the browser and keeps the tokens, readable by you alone.",
            "For environments with 'source.grant: authorization-code'; technical users need no signing in."
        })
final class LoginCommand extends BridgeCommand {

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            defaultValue = "5",
            description = "How long to wait for the browser (default: ${DEFAULT-VALUE}).")
    int minutes = 5;

    @Override
    int run(Bridge bridge, Console console) {
        if (minutes < 1) {
            throw new UsageException("--patience must be at least 1", "leave it away for 5 minutes");
        }
        boolean signedIn = bridge.signIn(
                address -> console.note("Open this address in a browser and sign in:\n\n  " + address + "\n"),
                Duration.ofMinutes(minutes));
        if (!signedIn) {
            throw new UsageException(
                    "nobody signs in to environment " + bridge.name() + " as a person",
                    "set source.grant to authorization-code to do so; 'doctor' checks a technical user");
        }
        if (options.json) {
            console.json(new JsonMapper()
                    .createObjectNode()
                    .put("environment", bridge.name())
                    .put("signedIn", true));
        } else {
            console.line("Signed in to environment " + bridge.name() + ".");
        }
        return ExitCodes.DONE;
    }
}
