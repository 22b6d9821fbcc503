package io.catalogbridge.server.cli;

import io.catalogbridge.server.startup.JavaHome;
import io.catalogbridge.server.startup.StartupArchive;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = {
            "Makes servers on standard streams start faster.",
            "Keeps the classes they load in a file that fits this jar and this Java. The launcher does so by itself; with",
            "'java -jar', start Java with the options that are printed."
        })
final class PrepareCommand extends StandaloneCommand {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Where to keep it (default: in the data folder, below cache).")
    private @Nullable Path file;

    @Override
    int run(Console console) {
        Path jar = jar();
        JavaHome home = JavaHome.current();
        Path kept = file == null ? byDefault(home) : file.toAbsolutePath();
        StartupArchive archive = StartupArchive.ofServer(home, jar, kept);
        try {
            if (!archive.create()) {
                console.note("Another process is making " + kept);
            }
            print(archive, kept, console);
            return ExitCodes.DONE;
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "name another place with --file");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.FAILED;
        }
    }

    private Path byDefault(JavaHome home) {
        return options.bridge()
                .dataFolder(System.getenv())
                .resolve("cache")
                .resolve("startup-java" + home.feature() + ".archive");
    }

    private void print(StartupArchive archive, Path kept, Console console) {
        if (!options.json) {
            console.line(String.join(" ", StartupArchive.OPTIONS) + " " + archive.option());
            return;
        }
        ObjectNode node = new JsonMapper().createObjectNode().put("file", kept.toString());
        ArrayNode javaOptions = node.putArray("javaOptions");
        StartupArchive.OPTIONS.forEach(javaOptions::add);
        javaOptions.add(archive.option());
        console.json(node);
    }

    /** The runnable jar this runs from. */
    static Path jar() {
        try {
            Path from = Path.of(PrepareCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(from)) {
                return from;
            }
        } catch (URISyntaxException e) {
            // as if it did not run from a file
        }
        throw new UsageException("this does not run from its jar", "build it with 'mvn package' and run the launcher");
    }
}
