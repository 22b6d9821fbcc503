package io.catalogbridge.server.startup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Classes as Java has them in memory after it has loaded and checked them, kept in a file: an archive of class data up to Java
 * 23, an ahead-of-time cache from 24 on. Java ignores one that was made for another jar or another Java.
 */
public final class StartupArchive {

    /** What a server on standard streams is started with; the launcher says the same. */
    public static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms48m",
            "-XX:MaxNewSize=32m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:-ShrinkHeapInSteps",
            "-Xlog:disable");

    private static final int AHEAD_OF_TIME = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final JavaHome home;
    private final List<String> program;
    private final Path file;

    private StartupArchive(JavaHome home, List<String> program, Path file) {
        this.home = home;
        this.program = List.copyOf(program);
        this.file = file;
    }

    /**
     * Of this program's server on standard streams.
     *
     * @param jar  the runnable jar, by the path that it will be started with
     * @param file where the archive is or will be
     */
    public static StartupArchive ofServer(JavaHome home, Path jar, Path file) {
        return new StartupArchive(home, List.of("-jar", jar.toString(), "serve"), file);
    }

    /**
     * Of any server on standard streams.
     *
     * @param program what follows the options of Java: where its classes are, its main class and its arguments
     */
    public static StartupArchive of(JavaHome home, List<String> program, Path file) {
        return new StartupArchive(home, program, file);
    }

    /** What Java must be told to use it. */
    public String option() {
        return (aheadOfTime() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file;
    }

    private boolean aheadOfTime() {
        return home.feature() >= AHEAD_OF_TIME;
    }

    /**
     * Makes it, anew if it is there, by running a server through an everyday conversation. Of several processes that do so at
     * the same time one works; whoever reads the file meanwhile sees the old one or the new one, whole.
     *
     * @return false if another process is at it
     * @throws IOException if Java cannot make one, or the folder cannot be written
     */
    public boolean create() throws IOException, InterruptedException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            if (held == null) {
                return false;
            }
            try (TemporaryFolder making = TemporaryFolder.in(folder)) {
                Files.move(
                        made(making.path()), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return true;
        }
    }

    /** Null if anybody has it, in this process or in another. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Path made(Path folder) throws IOException, InterruptedException {
        Path made = folder.resolve("archive");
        if (aheadOfTime()) {
            Path seen = folder.resolve("seen");
            converse(folder, List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + seen));
            build(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + seen, "-XX:AOTCache=" + made));
        } else {
            converse(folder, List.of("-XX:ArchiveClassesAtExit=" + made));
        }
        if (!Files.isRegularFile(made)) {
            throw new IOException("Java " + home.feature() + " in " + home.folder() + " has made no archive");
        }
        return made;
    }

    /** The server's data go where they are not in anybody's way. */
    private void converse(Path folder, List<String> options) throws IOException, InterruptedException {
        Map<String, String> variables =
                Map.of("CATALOG_BRIDGE_DATA", folder.resolve("data").toString());
        try (ServerProcess server = ServerProcess.start(command(options), variables)) {
            EverydayConversation.with(server);
            server.end(PATIENCE);
        }
    }

    private void build(List<String> options) throws IOException, InterruptedException {
        try (ServerProcess process = ServerProcess.start(command(options), Map.of())) {
            process.end(PATIENCE);
        }
    }

    private List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(home.java().toString());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(program);
        return command;
    }
}
