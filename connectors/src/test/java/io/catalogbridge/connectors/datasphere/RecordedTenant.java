package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.testing.SharedFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers recorded from a live tenant, byte for byte. Lists that were not recorded name what was; everything else that
 * was not recorded is not found.
 */
final class RecordedTenant implements AutoCloseable {

    static final String SPACE = "DEMO_SPACE";

    private static final String CONSUMPTION = "/api/v1/dwc/consumption/relational/" + SPACE + "/";
    private static final List<ObjectSegment> RECORDED =
            List.of(ObjectSegment.LOCAL_TABLES, ObjectSegment.VIEWS, ObjectSegment.ANALYTIC_MODELS);

    private final Path folder = SharedFixtures.datasphere().resolve("recorded-tenant");
    private final TestingServer server = new TestingServer(SPACE);

    RecordedTenant() {
        RECORDED.forEach(this::serve);
        for (String catalog : List.of("spaces", "assets", "spaces('" + SPACE + "')/assets")) {
            String recording = catalog.equals("spaces") ? "catalog_spaces.json" : "catalog_assets.json";
            server.bytes(TestingServer.CATALOG + catalog, "application/json", read(folder.resolve(recording)));
        }
        server.bytes(
                "/api/v1/datasphere/spaces/" + SPACE + "/connections",
                "application/json",
                read(folder.resolve("connections.json")));
        server.bytes(
                TestingServer.CORE + "spaces/" + SPACE + "/localtables",
                "application/json",
                read(folder.resolve("localtables.json")));
        files("edmx", ".xml")
                .forEach(file ->
                        server.bytes(CONSUMPTION + nameOf(file, ".xml") + "/$metadata", "application/xml", read(file)));
    }

    DatasphereSource source() {
        return server.source();
    }

    TestingServer server() {
        return server;
    }

    private void serve(ObjectSegment segment) {
        List<Path> objects = files(segment.path(), ".json");
        objects.forEach(file -> server.bytes(
                TestingServer.CORE + "spaces/" + SPACE + "/" + segment.path() + "/" + nameOf(file, ".json"),
                "application/vnd.sap.datasphere.object.content+json",
                read(file)));
        server.list(
                SPACE,
                segment,
                objects.stream()
                        .map(file -> "{\"technicalName\":\"" + nameOf(file, ".json") + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private List<Path> files(String name, String extension) {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String nameOf(Path file, String extension) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - extension.length());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
