package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.BridgeOptions;
import io.catalogbridge.server.config.ConfigLoader;
import io.catalogbridge.server.install.Host;
import io.catalogbridge.server.install.LineDiff;
import io.catalogbridge.server.install.Machine;
import io.catalogbridge.server.install.NotEditable;
import io.catalogbridge.server.install.ServerEntry;
import io.catalogbridge.server.install.ServerEntry.Edit;
import io.catalogbridge.server.install.ServerEntry.Effect;
import io.catalogbridge.server.install.StartCommand;
import io.catalogbridge.server.startup.JavaHome;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Tells a program that assistants run in of this server, by an entry in its configuration.",
            "What else is in the file stays as it is, and the old file is kept beside it. --env, --config and --data become",
            "part of the entry."
        })
final class InstallCommand extends StandaloneCommand {

    private static final JsonMapper JSON = new JsonMapper();

    @Option(
            names = "--client",
            required = true,
            paramLabel = "CLIENT",
            description = "claude-desktop, claude-code, vscode, cursor, intellij, windsurf or zed.")
    private String client = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "catalog-bridge",
            description = "What the server is called there (default: ${DEFAULT-VALUE}).")
    private String name = "catalog-bridge";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Another file than the one the program reads by itself.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--print", description = "Print the entry to paste, and read and change nothing.")
    private boolean print;

    @Option(names = "--remove", description = "Take the entry out again.")
    private boolean remove;

    private final Machine machine = Machine.current();

    @Override
    int run(Console console) {
        if (name.isBlank()) {
            throw new UsageException("--name must not be empty", "leave it away to call the server 'catalog-bridge'");
        }
        Host host = Host.named(client)
                .orElseThrow(
                        () -> new UsageException("'" + client + "' is not a known client", "use one of " + known()));
        Path configuration = file == null ? host.file(machine) : file.toAbsolutePath();
        ServerEntry entry = new ServerEntry(host, configuration, name);
        if (print) {
            console.line(entry.snippet(command()));
            return ExitCodes.DONE;
        }
        try {
            Edit edit = remove ? entry.without() : entry.with(command());
            Optional<Path> backup = dryRun ? Optional.empty() : entry.write(edit, Clock.systemUTC());
            report(console, configuration, edit, backup);
            return ExitCodes.DONE;
        } catch (NotEditable e) {
            throw new UsageException(
                    configuration + " cannot be changed: " + e.getMessage(), byHand(entry, configuration));
        } catch (IOException e) {
            throw new UsageException(
                    configuration + " cannot be read or written: " + reason(e), "name another with --file");
        }
    }

    private String byHand(ServerEntry entry, Path configuration) {
        return remove
                ? "take '" + name + "' out of " + configuration + " by hand"
                : "add this to it by hand:\n" + entry.snippet(command());
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }

    private static String known() {
        return Arrays.stream(Host.values()).map(Host::label).collect(Collectors.joining(", "));
    }

    private StartCommand command() {
        return StartCommand.of(machine, PrepareCommand.jar(), JavaHome.current().java(), options());
    }

    /** A program with windows has neither the working directory nor the variables of whoever types this. */
    private List<String> options() {
        BridgeOptions named = options.bridge().inFull(System.getenv());
        List<String> words = new ArrayList<>();
        if (!options.env.equalsIgnoreCase(ConfigLoader.DOG)) {
            if (named.config().isEmpty()) {
                throw new UsageException(
                        "there is no configuration file that describes '" + options.env + "'", "name it with --config");
            }
            words.addAll(List.of("--env", options.env));
        }
        named.config().ifPresent(file -> words.addAll(List.of("--config", file.toString())));
        named.data().ifPresent(folder -> words.addAll(List.of("--data", folder.toString())));
        return words;
    }

    private void report(Console console, Path configuration, Edit edit, Optional<Path> backup) {
        List<String> diff = LineDiff.of(edit.before().orElse(""), edit.after());
        if (options.json) {
            console.json(json(configuration, edit, backup, diff));
            return;
        }
        String effect = edit.effect().name().toLowerCase(Locale.ROOT);
        if (edit.effect() == Effect.UNCHANGED) {
            console.line(name + " in " + configuration + ": nothing to do");
            return;
        }
        console.line(name + " in " + configuration + ": " + (dryRun ? "would be " : "") + effect);
        if (dryRun) {
            diff.forEach(console::line);
        }
        backup.ifPresent(copy -> console.line("The file as it was: " + copy));
        if (!dryRun) {
            console.note("Restart the program, or reload its servers, for this to count.");
        }
    }

    private ObjectNode json(Path configuration, Edit edit, Optional<Path> backup, List<String> diff) {
        ObjectNode node = JSON.createObjectNode()
                .put("client", client.toLowerCase(Locale.ROOT))
                .put("name", name)
                .put("file", configuration.toString())
                .put("dryRun", dryRun)
                .put("effect", edit.effect().name().toLowerCase(Locale.ROOT))
                .put("backup", backup.map(Path::toString).orElse(null));
        ArrayNode lines = node.putArray("diff");
        if (edit.effect() != Effect.UNCHANGED) {
            diff.forEach(lines::add);
        }
        return node;
    }
}
