package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.Fault;
import io.catalogbridge.connectors.sandbox.http.FaultScript;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CoreServiceTest {

    private static final String SALES = "/dwaas-core/api/v1/spaces/SALES";
    private static final String RUN_TIME = "application/vnd.sap.datasphere.object.content.run-time+json";
    private static final String DESIGN_TIME = "application/vnd.sap.datasphere.object.content.design-time+json";

    private final FaultScript script = new FaultScript();
    private Path folder;
    private TestingTenant tenant;

    @BeforeEach
    void serve(@TempDir Path temporary) {
        folder = temporary;
        TestingTenant.write(folder, "sales/space.json", "{`label`:`Sales`,`longDescription`:`All orders`}");
        TestingTenant.write(folder, "sales/connections.json", "[{`name`:`S4`,`typeId`:`ABAP`}]");
        TestingTenant.write(folder, "sales/inventory.json", """
                {`T_000`:{`status`:`ChangesToDeploy`,`changedOn`:`2026-05-01T23:59:00Z`,`changedBy`:`ANNA`},
                 `T_001`:{`status`:`NotDeployed`,`changedOn`:`2026-05-02T00:00:00Z`},
                 `T_002`:{`changedOn`:`2026-05-03T10:00:00Z`,`semanticUsage`:`Fact`}}
                """);
        IntStream.range(0, 230)
                .forEach(i -> TestingTenant.write(folder, "sales/tables/t%d.json".formatted(i), """
                        {`definitions`:{`T_%03d`:{`kind`:`entity`,`@EndUserText.label`:`Table %d`,
                         `elements`:{`ID`:{`type`:`cds.Integer`,`key`:true}}}},`meta`:{`creator`:`x`}}
                        """.formatted(i, i)));
        TestingTenant.write(folder, "hidden/a.json", "{`definitions`:{`SECRET`:{`kind`:`entity`,`elements`:{}}}}");
        tenant = serving(Faults.none().withScript(script));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void listsShowTechnicalNamesAndTwentyFiveUnlessAskedOtherwise() {
        JsonNode list = tenant.json(SALES + "/localtables");

        assertThat(list).hasSize(25);
        assertThat(list.path(0).toString()).isEqualTo("{\"technicalName\":\"T_000\"}");
    }

    @Test
    void listsNeverHoldMoreThanTwoHundred() {
        assertThat(tenant.json(SALES + "/localtables?top=1000")).hasSize(200);
        assertThat(tenant.json(SALES + "/localtables?top=200&skip=200")).hasSize(30);
        assertThat(tenant.json(SALES + "/localtables?top=200&skip=400")).isEmpty();
    }

    @Test
    void selectShowsWhatTheInventoryKnows() {
        JsonNode entry = tenant.json(SALES + "/localtables?technicalNames=T_000"
                        + "&select=technicalName,businessName,type,status,changedOn,changedBy,defaultFileName")
                .path(0);

        assertThat(entry.toString())
                .isEqualTo("{\"technicalName\":\"T_000\",\"businessName\":\"Table 0\",\"type\":\"LocalTable\","
                        + "\"status\":\"ChangesToDeploy\",\"changedOn\":\"2026-05-01T23:59:00.000Z\","
                        + "\"changedBy\":\"ANNA\",\"defaultFileName\":\"T_000.json\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status eq NotDeployed                                                        | T_001
            changedOn gt '2026-05-01' and changedOn lt '2026-05-03'                      | T_001
            changedOn ge '2026-05-01' and changedOn le 2026-05-03 and semanticUsage eq Fact | T_002
            status ne Deployed and not (technicalName eq 'T_001' or status eq Deployed)  | T_000
            """)
    void filtersCompareDatesByDay(String filter, String expected) {
        JsonNode found = tenant.json(SALES + "/localtables?filter=" + PathSegment.encoded(filter));

        assertThat(found.valueStream().map(entry -> entry.path("technicalName").asString()))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select=technicalName,owner",
                "filter=owner%20eq%20X",
                "filter=status%20like%20X",
                "filter=(status",
                "top=-1",
                "filter=status%20eq%20'x"
            })
    void whatItDoesNotKnowFailsTheWholeCall(String option) {
        HttpResponse<String> answer = tenant.get(SALES + "/localtables?" + option);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER
                        .readTree(answer.body())
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("400");
        assertThat(answer.headers().firstValue("x-correlation-id").orElse("")).matches("[0-9a-f]{32}");
    }

    @Test
    void spaceReadGivesTheDefinition() {
        assertThat(tenant.json("/dwaas-core/api/v1/content?space=SALES&spaceDefinition=true")
                        .toString())
                .isEqualTo("{\"SALES\":{\"spaceDefinition\":{\"version\":\"1.0.4\",\"label\":\"Sales\","
                        + "\"longDescription\":\"All orders\"}}}");
        assertThat(tenant.json("/dwaas-core/api/v1/content?space=SALES&definitions=T_000,T_001")
                        .path("SALES")
                        .path("definitions")
                        .propertyNames())
                .containsExactly("T_000", "T_001");
        assertThat(tenant.get("/dwaas-core/api/v1/content").statusCode()).isEqualTo(400);
    }

    @Test
    void acceptDecidesWhatAReadGives() {
        String object = SALES + "/localtables/T_000";
        HttpResponse<String> full = tenant.get(object, TestingTenant.FULL);

        assertThat(full.headers().firstValue("Content-Type")).contains(TestingTenant.FULL);
        assertThat(full.body()).contains("\"meta\"").doesNotContain("_meta");
        assertThat(tenant.get(object, "*/*").body()).isEqualTo(full.body());
        assertThat(tenant.get(object, DESIGN_TIME).body()).contains("\"_meta\":{\"dependencies\"");
        assertThat(tenant.get(object, RUN_TIME).body()).doesNotContain("meta");
        assertThat(tenant.get(object, "application/json").body())
                .isEqualTo("{\"definitions\":{\"T_000\":{\"kind\":\"entity\",\"@EndUserText.label\":\"Table 0\"}}}");
        assertThat(tenant.get(object, "text/plain").statusCode()).isEqualTo(406);
    }

    @Test
    void neverDeployedObjectHasNoRunTime() {
        assertThat(tenant.get(SALES + "/localtables/T_001", RUN_TIME).statusCode())
                .isEqualTo(404);
        assertThat(tenant.get(SALES + "/localtables/T_001", DESIGN_TIME).statusCode())
                .isEqualTo(200);
    }

    @Test
    void siblingTypesAndMissingObjectsAreNotFound() {
        assertThat(tenant.get(SALES + "/views/T_000").statusCode()).isEqualTo(404);
        assertThat(tenant.get(SALES + "/localtables/t_000").statusCode()).isEqualTo(404);
        assertThat(tenant.get(SALES + "/nothings").statusCode()).isEqualTo(404);
        assertThat(tenant.get("/dwaas-core/api/v1/spaces/NOWHERE/views").statusCode())
                .isEqualTo(404);
        assertThat(tenant.json(SALES + "/contexts")).isEmpty();
    }

    @Test
    void oddNamesAreReadByTheirEncodedForm() {
        String odd = "a.b c\u007fd\u221e1/(e)+%";
        TestingTenant.write(
                folder,
                "odd/a.json",
                Json.object()
                        .set("definitions", Json.object().set(odd, entity()))
                        .toString());
        try (TestingTenant again = serving(Faults.none())) {
            JsonNode body = again.read("/dwaas-core/api/v1/spaces/ODD/localtables/" + PathSegment.encoded(odd));

            assertThat(body.path("definitions").propertyNames()).containsExactly(odd);
        }
    }

    @Test
    void spaceTurnsForbiddenBetweenListAndRead() {
        assertThat(tenant.json(SALES + "/localtables")).isNotEmpty();
        tenant.tenant().change(ChangeStep.leave("SALES"));

        HttpResponse<String> read = tenant.get(SALES + "/localtables/T_000");
        assertThat(read.statusCode()).isEqualTo(403);
        assertThat(read.body()).isEmpty();
        assertThat(tenant.get(SALES + "/localtables").statusCode()).isEqualTo(403);
        assertThat(tenant.get("/api/v1/datasphere/spaces/SALES/connections").statusCode())
                .isEqualTo(403);
        assertThat(tenant.json("/dwaas-core/api/v1/spaces").toString()).isEqualTo("[\"HIDDEN\"]");
    }

    @Test
    void connectionsAreListedAndReadWithoutCredentials() {
        String connections = "/api/v1/datasphere/spaces/SALES/connections";

        assertThat(tenant.json(connections)).hasSize(1);
        assertThat(tenant.json(connections + "/S4").path("typeId").asString()).isEqualTo("ABAP");
        assertThat(tenant.get(connections + "/S5").statusCode()).isEqualTo(404);
    }

    @Test
    void discoveryDocumentNamesEveryList() {
        HttpResponse<String> answer = tenant.get("/dwaas-core/api/v1/discovery");
        JsonNode document = TestingTenant.json(answer);

        assertThat(document.path("openapi").asString()).isEqualTo("3.0.3");
        assertThat(document.path("paths").propertyNames()).contains("/dwaas-core/api/v1/spaces/{space}/localtables");
        assertThat(answer.headers().firstValue("x-sap-cli-core-discovery-etag")).isPresent();
    }

    @Test
    void cookieOnlyPagesAnswerALogOnPageAsSuccess() {
        HttpResponse<String> answer = tenant.get("/deepsea/repository/dependencies/?ids=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void throttlesAndFailsInItsOwnWords() {
        script.on("GET views list", 1, new Fault.Throttled())
                .on("GET views list", 2, new Fault.Failed())
                .on("GET views list", 3, new Fault.Answered(HttpAnswer.empty(503)));

        List<HttpResponse<String>> answers = IntStream.range(0, 4)
                .mapToObj(i -> tenant.get(SALES + "/views"))
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(429, 500, 503, 200);
        assertThat(answers.get(0).headers().firstValue("Retry-After")).contains("1");
        String id = answers.get(1).headers().firstValue("x-correlation-id").orElseThrow();
        assertThat(answers.get(1).body()).contains("See correlation id " + id);
    }

    @Test
    void countsCallsByOperation() {
        tenant.json(SALES + "/views");
        tenant.json(SALES + "/localtables");
        tenant.json(SALES + "/localtables/T_000");
        tenant.get("/nowhere");

        assertThat(tenant.calls().counts().keySet())
                .containsExactly(
                        "GET localtables list",
                        "GET localtables read",
                        "GET unknown",
                        "GET views list",
                        "POST oauth/token");
    }

    private TestingTenant serving(Faults faults) {
        return TestingTenant.serving(TestingTenant.folder(folder), UnaryOperator.identity(), faults, Clock.systemUTC());
    }

    private static JsonNode entity() {
        return Json.MAPPER.readTree("{\"kind\":\"entity\",\"elements\":{\"ID\":{\"type\":\"cds.Integer\"}}}");
    }
}
