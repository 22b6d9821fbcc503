package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Serves the objects of a recorded tenant and compares every answer, field by field, with what that tenant answered. */
class RecordedAnswersTest {

    private static final String SPACE = "RECORDED_TENANT";
    private static final String CORE = "/dwaas-core/api/v1/spaces/" + SPACE;

    private Path recordings;
    private TestingTenant tenant;

    @BeforeEach
    void serveRecordedObjects() {
        Path fixtures = SharedFixtures.datasphere();
        recordings = fixtures.resolve("recorded-tenant");
        tenant = TestingTenant.serving(TestingTenant.folder(fixtures));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void assetsHaveTheRecordedFieldsOrderAndValues() {
        JsonNode recorded = recorded("catalog_assets.json");
        JsonNode served = tenant.json("/api/v1/dwc/catalog/assets?$filter=spaceName%20eq%20'" + SPACE + "'");

        assertThat(fieldNames(served)).isEqualTo(fieldNames(recorded));
        assertThat(withRecordedNames(served.path("@odata.context")))
                .isEqualTo(recorded.path("@odata.context").asString());
        Map<String, JsonNode> recordedByName = byName(recorded.path("value"));
        assertThat(byName(served.path("value")).keySet())
                .containsExactly("SAP.TIME.VIEW_DIMENSION_DAY", "SAP.TIME.VIEW_DIMENSION_MONTH", "Test_Analytic_Model");
        byName(served.path("value")).forEach((name, asset) -> {
            JsonNode expected = requireNonNull(recordedByName.get(name));
            assertThat(withRecordedNames(asset)).as(name).isEqualTo(expected.toString());
        });
    }

    @Test
    void spacesHaveTheRecordedShape() {
        JsonNode recorded = recorded("catalog_spaces.json");
        JsonNode served = tenant.json("/api/v1/dwc/catalog/spaces?$filter=name%20eq%20'" + SPACE + "'");

        assertThat(withRecordedNames(served)).isEqualTo(recorded.toString());
    }

    @Test
    void connectionsAreTheRecordedOnes() {
        assertThat(tenant.json("/api/v1/datasphere/spaces/" + SPACE + "/connections"))
                .isEqualTo(recorded("connections.json"));
    }

    @Test
    void objectListHasTheRecordedShape() {
        JsonNode recorded = recorded("localtables.json");
        JsonNode served = tenant.json(CORE + "/localtables");

        assertThat(served.isArray()).isTrue();
        assertThat(served.valueStream().map(RecordedAnswersTest::fieldNames).distinct())
                .isEqualTo(recorded.valueStream()
                        .map(RecordedAnswersTest::fieldNames)
                        .distinct()
                        .toList());
        assertThat(recorded.valueStream()).containsAll(served.valueStream().toList());
        assertThat(served).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localtables/SAP.TIME.M_TIME_DIMENSION",
                "localtables/SAP.TIME.M_TIME_DIMENSION_TMONTH",
                "views/SAP.TIME.VIEW_DIMENSION_DAY",
                "views/SAP.TIME.VIEW_DIMENSION_MONTH",
                "analyticmodels/Test_Analytic_Model"
            })
    void objectReadsAreEqualToTheRecordedOnes(String object) {
        assertThat(tenant.read(CORE + "/" + object).toString())
                .isEqualTo(recorded(object + ".json").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAP.TIME.VIEW_DIMENSION_DAY", "SAP.TIME.VIEW_DIMENSION_MONTH"})
    void metadataIsTextuallyEqualToTheRecordedOne(String view) throws IOException {
        String served = tenant.get(
                        "/api/v1/dwc/consumption/relational/" + SPACE + "/" + view + "/$metadata", "application/xml")
                .body();

        assertThat(served).isEqualTo(Files.readString(recordings.resolve("edmx/" + view + ".xml")));
    }

    private JsonNode recorded(String path) {
        return Json.MAPPER.readTree(recordings.resolve(path).toFile());
    }

    /** The recording was made on another host, in a space of another name, whose label is its name. */
    private String withRecordedNames(JsonNode served) {
        String text = served.isString() ? served.asString() : served.toString();
        return text.replace(tenant.origin(), "https://RECORDED_TENANT")
                .replaceAll("(?<!https://)RECORDED_TENANT", "DEMO_SPACE");
    }

    private static List<String> fieldNames(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static Map<String, JsonNode> byName(JsonNode assets) {
        Map<String, JsonNode> byName = new TreeMap<>();
        Stream<JsonNode> all = assets.valueStream();
        all.forEach(asset -> byName.put(asset.path("name").asString(), asset));
        return byName;
    }
}
