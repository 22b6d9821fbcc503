package io.catalogbridge.server.startup;

import io.catalogbridge.server.App;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartupArchiveTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("cache").resolve("startup.archive");
    }

    /** Java keeps classes from jars only; ours are in a folder here, and are left out of the archive. */
    private static List<String> program() {
        String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", jars);
    }

    @Test
    void refusesAJavaThatMakesNone() {
        StartupArchive archive =
                StartupArchive.of(JavaHome.current(), List.of("-cp", folder.toString(), "no.such.Program"), file());

        assertThatThrownBy(archive::create).isInstanceOf(IOException.class);
        assertThat(file()).doesNotExist();
        assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**making-*");
    }

    @Test
    void leavesTheWorkToWhoeverIsAtItInAnotherProcess() throws IOException, InterruptedException {
        Files.createDirectories(file().getParent());
        Path lock = file().resolveSibling("startup.archive.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            StartupArchive archive = StartupArchive.of(JavaHome.current(), program(), file());

            assertThat(archive.create()).isFalse();
        }
    }

    @Test
    void tellsEachJavaInItsOwnWords() {
        assertThat(StartupArchive.ofServer(new JavaHome(folder, 17), folder, Path.of("a"))
                        .option())
                .isEqualTo("-XX:SharedArchiveFile=a");
        assertThat(StartupArchive.ofServer(new JavaHome(folder, 25), folder, Path.of("a"))
                        .option())
                .isEqualTo("-XX:AOTCache=a");
    }

    @Test
    void startsServersAsTheLauncherDoes() throws IOException {
        Path launcher = Path.of("..", "catalog-bridge");
        String text = Files.readString(launcher);

        assertThat(StartupArchive.OPTIONS).allSatisfy(option -> assertThat(text).contains(option));
    }

    @Test
    void measuresTheFirstAnswer() throws IOException {
        List<String> command = new ArrayList<>(List.of(JavaHome.current().java().toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), App.class.getName(), "serve"));
        command.addAll(List.of("--data", folder.resolve("data").toString()));

        assertThat(FirstAnswer.of(command)).isPositive();
        assertThatThrownBy(() -> FirstAnswer.of(List.of(command.get(0), "-version")))
                .isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).allMatch(path -> path.endsWith("data"));
        }
    }
}
