package io.catalogbridge.server.startup;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * A Java installation.
 *
 * @param feature its version, such as 17
 */
public record JavaHome(Path folder, int feature) {

    /** The one that runs this. */
    public static JavaHome current() {
        return new JavaHome(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The one in this folder, if there is one. */
    public static Optional<JavaHome> at(Path folder) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("release"))) {
            release.load(reader);
            String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Optional.of(
                    new JavaHome(folder, Runtime.Version.parse(version).feature()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The program that starts it. */
    public Path java() {
        return folder.resolve("bin").resolve("java");
    }
}
