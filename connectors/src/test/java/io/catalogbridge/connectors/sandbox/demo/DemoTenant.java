package io.catalogbridge.connectors.sandbox.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The files of the demo tenant, read through the class path as the product reads them. */
record DemoTenant(List<String> index, Map<String, JsonNode> files, List<DemoObject> objects) {
    private static final String FOLDER = "/io/catalogbridge/connectors/sandbox/demo-tenant/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OBJECT_DEPTH = 3;

    static DemoTenant load() {
        List<String> index = text("index.txt").lines().toList();
        Map<String, JsonNode> files = new TreeMap<>();
        index.forEach(path -> files.put(path, JSON.readTree(text(path))));
        List<DemoObject> objects = files.entrySet().stream()
                .filter(file -> file.getKey().split("/", -1).length == OBJECT_DEPTH)
                .map(file -> object(file.getKey(), file.getValue()))
                .toList();
        return new DemoTenant(index, files, objects);
    }

    static String text(String path) {
        try (InputStream stream = Objects.requireNonNull(DemoTenant.class.getResourceAsStream(FOLDER + path), path)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> filesOnDisk() {
        Path root = root();
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals("index.txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            URI index = Objects.requireNonNull(DemoTenant.class.getResource(FOLDER + "index.txt"))
                    .toURI();
            return Objects.requireNonNull(Path.of(index).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DemoObject object(String path, JsonNode body) {
        String[] parts = path.split("/", -1);
        String encoded = parts[2].substring(0, parts[2].length() - ".json".length());
        return new DemoObject(parts[0], parts[1], URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8), body);
    }

    List<String> spaces() {
        return index.stream()
                .filter(path -> path.endsWith("/space.json"))
                .map(path -> path.substring(0, path.indexOf('/')))
                .toList();
    }

    JsonNode file(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    JsonNode inventory(String space) {
        return file(space + "/inventory.json");
    }

    TreeSet<String> connections(String space) {
        return file(space + "/connections.json")
                .valueStream()
                .map(connection -> connection.path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Stream<DemoObject> in(String... segments) {
        return objects.stream().filter(object -> Arrays.asList(segments).contains(object.segment()));
    }

    DemoObject object(String id) {
        return find("", id).orElseThrow(() -> new AssertionError("no object " + id));
    }

    /** Resolves a reference as Datasphere does: the own space first, then {@code <SPACE>.<object>}. */
    Optional<DemoObject> find(String fromSpace, String reference) {
        return objects.stream()
                .filter(object -> object.isNamed(fromSpace, reference))
                .findFirst();
    }

    /** All elements of all entities, the internal twins and stubs excluded. */
    Stream<Map.Entry<String, JsonNode>> elements() {
        return objects.stream()
                .flatMap(object -> object.definition().path("elements").propertyStream());
    }

    /** One served object: what a core REST read of it answers. */
    record DemoObject(String space, String segment, String name, JsonNode body) {

        JsonNode definition() {
            return body.path(rootKey()).path(name);
        }

        String rootKey() {
            return switch (segment) {
                case "dataflows", "replicationflows", "transformationflows", "taskchains" -> segment;
                default -> "definitions";
            };
        }

        String id() {
            return space + "." + name;
        }

        boolean isNamed(String fromSpace, String reference) {
            return id().equals(reference) || (space.equals(fromSpace) && name.equals(reference));
        }

        JsonNode annotation(String key) {
            return definition().path(key);
        }

        String label() {
            return annotation("@EndUserText.label").asString("");
        }

        JsonNode element(String element) {
            return definition().path("elements").path(element);
        }

        JsonNode businessLayer() {
            return body.path("businessLayerDefinitions").path(name);
        }

        @Override
        public String toString() {
            return id();
        }
    }
}
