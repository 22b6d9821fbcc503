package io.catalogbridge.mapping.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real exports and recordings that lie in {@code shared/fixtures} beside the project, if they are there. */
public final class Fixtures {

    private Fixtures() {}

    /** The folder of Datasphere fixtures; without it the calling test is skipped. */
    public static Path datasphere() {
        Optional<Path> folder = find();
        Assumptions.assumeTrue(folder.isPresent(), "no folder shared/fixtures/datasphere beside the project");
        return folder.orElseThrow();
    }

    private static Optional<Path> find() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/fixtures/datasphere"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** All files below a folder whose name ends so, sorted. */
    public static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
