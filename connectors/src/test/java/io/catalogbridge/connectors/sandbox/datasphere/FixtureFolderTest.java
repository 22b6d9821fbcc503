package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** All real exports at once: nothing of them may get lost on the way. */
class FixtureFolderTest {

    private Path fixtures;
    private TestingTenant tenant;

    @BeforeEach
    void serveAllFixtures() {
        fixtures = SharedFixtures.datasphere();
        tenant = TestingTenant.serving(TestingTenant.folder(fixtures));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void everyFirstLevelFolderWithJsonIsASpace() {
        assertThat(tenant.json("/dwaas-core/api/v1/spaces").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "BIKE_SALES",
                        "BUILD_APPS",
                        "COMMUNITY_CONTENT",
                        "CSN_INTEROP",
                        "DQM",
                        "RECORDED_TENANT",
                        "SHAPE_SAMPLES",
                        "TECHED");
    }

    @Test
    void everyDefinitionIsServedWithAllItsElements() {
        Map<String, List<Set<String>>> given = plainCount();
        Map<String, Set<String>> served = new TreeMap<>();
        tenant.tenant().spaceNames().forEach(space -> served.putAll(servedElements(space)));

        assertThat(served.keySet()).isEqualTo(given.keySet());
        served.forEach((name, elements) -> {
            List<Set<String>> definitions = requireNonNull(given.get(name));
            assertThat(definitions).as(name).contains(elements);
            assertThat(definitions).as(name).noneMatch(definition -> definition.size() > elements.size());
        });
    }

    @Test
    void kindsAreToldApart() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String space : tenant.tenant().spaceNames()) {
            for (ObjectType type : ObjectType.values()) {
                counts.merge(type.segment(), names(space, type).size(), Integer::sum);
            }
        }

        assertThat(counts)
                .containsEntry("analyticmodels", 2)
                .containsEntry("remotetables", 3)
                .containsEntry("dataflows", 1)
                .containsEntry("replicationflows", 1);
        assertThat(names("TECHED", ObjectType.LOCAL_TABLE)).contains("BusinessPartner", "Product", "SalesOrder");
        assertThat(names("TECHED", ObjectType.VIEW)).doesNotContain("BusinessPartner");
    }

    @Test
    void everyExposedAssetHasWellFormedMetadata() {
        List<String> failures = new ArrayList<>();
        int[] seen = {0};
        tenant.json("/api/v1/datasphere/consumption/catalog/assets")
                .path("value")
                .forEach(asset -> Stream.of("assetRelationalMetadataUrl", "assetAnalyticalMetadataUrl")
                        .map(asset::path)
                        .filter(JsonNode::isString)
                        .forEach(url -> {
                            seen[0]++;
                            String path =
                                    url.asString().substring(tenant.origin().length());
                            String xml = tenant.get(path, "application/xml").body();
                            if (EdmxReading.of(xml).propertyNames().isEmpty()) {
                                failures.add(path);
                            }
                        }));

        assertThat(failures).isEmpty();
        assertThat(seen[0]).isGreaterThan(5);
    }

    @Test
    void whatIsNoDefinitionIsNoted() {
        assertThat(tenant.tenant().notes())
                .anySatisfy(note -> assertThat(note).contains("catalog_assets.json"))
                .anySatisfy(note -> assertThat(note).contains("cli_4_create_scoped_roles.json"))
                .anySatisfy(note -> assertThat(note).contains("AirlineService"));
    }

    /** Objects by a count that knows nothing of our reader: name to the elements of each definition of it. */
    private Map<String, List<Set<String>>> plainCount() {
        Map<String, List<Set<String>>> elements = new TreeMap<>();
        try (Stream<Path> files = Files.walk(fixtures)) {
            files.filter(file -> file.toString().endsWith(".json")).forEach(file -> {
                String folder = fixtures.relativize(file).getName(0).toString();
                String space = folder.toUpperCase(Locale.ROOT).replace('-', '_');
                JsonNode export = Json.MAPPER.readTree(file.toFile());
                countEntities(space, export, elements);
                Stream.of("dataflows", "replicationflows")
                        .forEach(root -> export.path(root)
                                .propertyNames()
                                .forEach(name -> elements.put(space + "/" + name, List.of(Set.of()))));
            });
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return elements;
    }

    private static void countEntities(String space, JsonNode export, Map<String, List<Set<String>>> elements) {
        Set<String> spaces = new HashSet<>();
        export.path("definitions")
                .propertyStream()
                .filter(entry -> entry.getValue().has("@DataWarehouse.space.name"))
                .forEach(entry -> spaces.add(entry.getKey()));
        export.path("definitions")
                .propertyStream()
                .filter(entry -> entry.getValue().path("kind").asString("").equals("entity"))
                .filter(entry -> !entry.getValue().has("@DataWarehouse.enclosingObject"))
                .filter(entry -> !spaces.contains(entry.getKey().split("\\.", -1)[0]))
                .forEach(entry -> elements.computeIfAbsent(space + "/" + entry.getKey(), name -> new ArrayList<>())
                        .add(Set.copyOf(entry.getValue().path("elements").propertyNames())));
    }

    private Map<String, Set<String>> servedElements(String space) {
        Map<String, Set<String>> elements = new HashMap<>();
        for (ObjectType type : ObjectType.values()) {
            for (String name : names(space, type)) {
                JsonNode body = tenant.read(
                        "/dwaas-core/api/v1/spaces/" + space + "/" + type.segment() + "/" + PathSegment.encoded(name));
                JsonNode definition = body.path(type.rootKey()).path(name);
                elements.put(
                        space + "/" + name,
                        new TreeSet<>(definition.path("elements").propertyNames()));
            }
        }
        return elements;
    }

    private List<String> names(String space, ObjectType type) {
        List<String> names = new ArrayList<>();
        String list = "/dwaas-core/api/v1/spaces/" + space + "/" + type.segment() + "?top=200&skip=";
        JsonNode page;
        do {
            page = tenant.json(list + names.size());
            page.forEach(entry -> names.add(entry.path("technicalName").asString()));
        } while (page.size() == 200);
        return names;
    }
}
