package io.catalogbridge.connectors.testing;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real exports and recordings, kept beside the repository; tests that need them are skipped where they are absent. */
public final class SharedFixtures {

    private SharedFixtures() {}

    public static Path datasphere() {
        Path found = locate(Path.of("").toAbsolutePath());
        assumeTrue(Files.isDirectory(found), "No folder shared/fixtures/datasphere beside the repository");
        return found;
    }

    private static Path locate(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/fixtures/datasphere");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return start.resolve("absent");
    }
}
