package io.catalogbridge.server.bench;

import io.catalogbridge.server.bench.StartupMeasurement.Subject;
import io.catalogbridge.server.startup.FirstAnswer;
import io.catalogbridge.server.startup.JavaHome;
import io.catalogbridge.server.startup.StartupArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Starts servers on standard streams again and again and measures how long each takes to its answer to {@code initialize}:
 * ours and the least one that the SDK makes, with and without archives of classes, on one Java after another, and the
 * reference server for Node.js. All take turns, so that what else the machine does hits all alike.
 */
public final class StartupBench {

    private final Path jar;
    private final Path folder;
    private final Consumer<String> notes;

    /**
     * @param jar    the runnable jar
     * @param folder an empty folder for archives and data
     * @param notes  told what is being done
     */
    public StartupBench(Path jar, Path folder, Consumer<String> notes) {
        this.jar = jar;
        this.folder = folder;
        this.notes = notes;
    }

    /**
     * Measures.
     *
     * @param node the command that starts the reference server; absent to leave it out
     * @throws IOException if a server cannot be started or does not answer
     */
    public StartupReport run(List<JavaHome> javas, Optional<List<String>> node, int repetitions)
            throws IOException, InterruptedException {
        List<Candidate> candidates = new ArrayList<>();
        for (JavaHome home : javas) {
            notes.accept("Preparing Java " + home.feature());
            candidates.addAll(candidates(home));
        }
        node.ifPresent(command -> candidates.add(new Candidate(OptionalInt.empty(), Subject.NODE, command)));
        for (Candidate each : candidates) {
            FirstAnswer.of(each.command);
        }
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            notes.accept("Repetition " + repetition + " of " + repetitions);
            for (Candidate each : candidates) {
                each.times.add(FirstAnswer.of(each.command));
            }
        }
        return new StartupReport(candidates.stream().map(Candidate::measurement).toList());
    }

    private List<Candidate> candidates(JavaHome home) throws IOException, InterruptedException {
        Path bareJar = folder.resolve("bare-" + home.feature() + ".jar");
        BareServerJar.write(jar, bareJar);
        List<String> bare = List.of("-cp", bareJar.toString(), BareServerJar.MAIN);
        List<String> ours = List.of(
                "-jar",
                jar.toString(),
                "serve",
                "--data",
                folder.resolve("data").toString());
        StartupArchive ofBare = StartupArchive.of(home, bare, folder.resolve("bare-" + home.feature() + ".archive"));
        StartupArchive ofOurs =
                StartupArchive.ofServer(home, jar, folder.resolve("ours-" + home.feature() + ".archive"));
        ofBare.create();
        ofOurs.create();
        OptionalInt java = OptionalInt.of(home.feature());
        return List.of(
                new Candidate(java, Subject.BARE, command(home, List.of(), bare)),
                new Candidate(java, Subject.BARE_ARCHIVED, command(home, List.of(ofBare.option()), bare)),
                new Candidate(java, Subject.COLD, command(home, List.of(), ours)),
                new Candidate(java, Subject.ARCHIVED, command(home, List.of(ofOurs.option()), ours)));
    }

    private static List<String> command(JavaHome home, List<String> options, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(home.java().toString());
        command.addAll(StartupArchive.OPTIONS);
        command.addAll(options);
        command.addAll(program);
        return command;
    }

    private record Candidate(OptionalInt java, Subject subject, List<String> command, List<Duration> times) {

        Candidate(OptionalInt java, Subject subject, List<String> command) {
            this(java, subject, command, new ArrayList<>());
        }

        StartupMeasurement measurement() {
            return new StartupMeasurement(java, subject, times);
        }
    }
}
