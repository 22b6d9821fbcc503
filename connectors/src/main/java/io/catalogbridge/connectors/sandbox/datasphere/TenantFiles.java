package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JSON files of a tenant, by space.
 *
 * @param bySpace files of each space, sorted by path; spaces sorted by name
 */
record TenantFiles(SortedMap<String, List<TenantFile>> bySpace) {

    /**
     * Every first-level folder is a space, named after it in upper case.
     *
     * @throws IOException when the folder cannot be listed, or holds no file of any space
     */
    static TenantFiles inFolder(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            TenantFiles files = sorted(walk.filter(Files::isRegularFile)
                    .map(path -> new TenantFile(segments(root.relativize(path)), () -> Files.newInputStream(path))));
            if (files.bySpace().isEmpty()) {
                throw new IOException("No folder of a space with exports in " + root);
            }
            return files;
        } catch (UncheckedIOException cause) {
            throw new IOException("Cannot list " + root, cause.getCause());
        }
    }

    /**
     * The files that {@code index.txt} lists, one path per line, in a folder of the class path.
     *
     * @throws IOException when there is no such index
     */
    static TenantFiles onClassPath(Class<?> neighbour, String folder) throws IOException {
        try (InputStream index = open(neighbour, folder + "/index.txt")) {
            String paths = new String(index.readAllBytes(), StandardCharsets.UTF_8);
            return sorted(paths.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new TenantFile(
                            List.of(line.strip().split("/", -1)), () -> open(neighbour, folder + "/" + line.strip()))));
        }
    }

    private static TenantFiles sorted(Stream<TenantFile> files) {
        SortedMap<String, List<TenantFile>> bySpace = new TreeMap<>();
        files.filter(TenantFile::belongsToASpace)
                .sorted()
                .forEach(file -> bySpace.computeIfAbsent(spaceName(file), space -> new ArrayList<>())
                        .add(file));
        bySpace.replaceAll((space, found) -> List.copyOf(found));
        return new TenantFiles(bySpace);
    }

    /** Space ids are made of A–Z, 0–9 and underscores. */
    private static String spaceName(TenantFile file) {
        return file.path().get(0).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    }

    private static List<String> segments(Path relative) {
        List<String> segments = new ArrayList<>();
        relative.forEach(segment -> segments.add(segment.toString()));
        return segments;
    }

    private static InputStream open(Class<?> neighbour, String resource) throws IOException {
        InputStream stream = neighbour.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("Not on the class path: " + resource);
        }
        return stream;
    }
}
