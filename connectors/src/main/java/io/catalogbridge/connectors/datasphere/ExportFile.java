package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.Bodies;
import io.catalogbridge.connectors.http.BodyReader.MalformedBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A file below a folder of exports.
 *
 * @param space named after the first folder on the way to the file, in the alphabet of space ids
 * @param path  relative to the folder of exports
 */
record ExportFile(Path root, Path path, String space) implements Comparable<ExportFile> {

    private static final long MAX_BYTES = 256L << 20;

    /** What a file directly in a space's folder may be, apart from an export. */
    enum Sidecar {
        SPACE("space.json"),
        CONNECTIONS("connections.json"),
        INVENTORY("inventory.json");

        private final String fileName;

        Sidecar(String fileName) {
            this.fileName = fileName;
        }
    }

    /** Empty for files of no space and for everything that is not JSON. */
    static Optional<ExportFile> of(Path root, Path file) {
        Path relative = root.relativize(file);
        return relative.getNameCount() > 1 && relative.toString().endsWith(".json")
                ? Optional.of(new ExportFile(
                        root, relative, spaceName(relative.getName(0).toString())))
                : Optional.empty();
    }

    boolean is(Sidecar sidecar) {
        return path.getNameCount() == 2 && path.endsWith(sidecar.fileName);
    }

    /**
     * Reads the file.
     *
     * @throws MalformedBody if it cannot be read, is too large, or is no JSON
     */
    JsonNode read() throws MalformedBody {
        Path file = root.resolve(path);
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new MalformedBody("the file is larger than " + MAX_BYTES + " bytes");
            }
            return Bodies.json(Files.readAllBytes(file));
        } catch (IOException cause) {
            throw new MalformedBody("the file cannot be read: " + cause.getMessage());
        }
    }

    /** Space ids are made of A–Z, 0–9 and underscores. */
    private static String spaceName(String folder) {
        return folder.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    }

    @Override
    public int compareTo(ExportFile other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
