package io.catalogbridge.server.logging;

import io.catalogbridge.server.logging.LogFile.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class LogFileTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("logs").resolve("bridge.log");
    }

    private LogFile log(long bytes, int files) {
        return new LogFile(file(), new Bounds(bytes, files, Duration.ofDays(14)), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path full(int number) {
        return file().resolveSibling("bridge.log." + number);
    }

    @Test
    void makesNothingBeforeTheFirstLine() {
        log(100, 2);

        assertThat(file().getParent()).doesNotExist();
    }

    @Test
    void isReadByItsOwnerOnly() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        log(100, 2).append("a line");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsAsManyFullFilesAsItMay() throws IOException {
        LogFile log = log(10, 2);
        IntStream.rangeClosed(1, 4).forEach(number -> log.append("line number " + number));

        assertThat(file()).hasContent("line number 4");
        assertThat(full(1)).hasContent("line number 3");
        assertThat(full(2)).hasContent("line number 2");
        assertThat(full(3)).doesNotExist();
    }

    @Test
    void losesNothingWhenSeveralWriteToIt() throws IOException {
        LogFile one = log(200, 50);
        LogFile other = log(200, 50);
        for (int number = 0; number < 100; number++) {
            one.append("one " + number);
            other.append("other " + number);
        }

        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        for (int number = 1; Files.exists(full(number)); number++) {
            lines.addAll(Files.readAllLines(full(number)));
        }
        assertThat(lines).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void dropsWhatIsTooOld() throws IOException {
        LogFile log = log(10, 2);
        log.append("the first line");
        log.append("the second line");
        Files.setLastModifiedTime(full(1), FileTime.from(NOW.minus(Duration.ofDays(15))));
        log(10, 2).append("x");

        assertThat(full(1)).hasContent("the second line");
        assertThat(full(2)).doesNotExist();
    }

    @Test
    void givesUpWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("logs"), "not a folder");
        LogFile log = log(100, 2);
        log.append("a line");
        log.append("another");

        assertThat(folder.resolve("logs")).hasContent("not a folder");
    }
}
