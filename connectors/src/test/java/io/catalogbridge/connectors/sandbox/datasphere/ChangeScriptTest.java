package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.Faults;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChangeScriptTest {

    private static final String SALES = "/dwaas-core/api/v1/spaces/SALES";
    private static final String METADATA = "/api/v1/datasphere/consumption/relational/SALES/V/$metadata";
    private static final String RUN_TIME = "application/vnd.sap.datasphere.object.content.run-time+json";

    private final ManualClock clock = new ManualClock();
    private Path folder;
    private Path data;
    private TestingTenant tenant;

    @BeforeEach
    void serve(@TempDir Path temporary) {
        folder = temporary.resolve("tenant");
        data = temporary.resolve("data");
        TestingTenant.write(folder, "sales/views/V.json", """
                {`definitions`:{`V`:{`kind`:`entity`,`@EndUserText.label`:`Old`,
                  `@DataWarehouse.consumption.external`:true,
                  `elements`:{`A`:{`type`:`cds.Integer`},`B`:{`type`:`cds.Integer`}},
                  `query`:{`SELECT`:{`from`:{`ref`:[`T`]},`columns`:[{`ref`:[`T`,`A`]},{`ref`:[`X`],`as`:`B`}]}}}}}
                """);
        tenant = open();
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void savingChangesTheDesignTimeOnly() {
        clock.advance(Duration.ofDays(1));
        tenant.tenant().change(ChangeStep.label("SALES", "V", "New"));

        assertThat(inventory())
                .contains("\"status\":\"ChangesToDeploy\"", "\"changedOn\":\"2026-11-22T10:00:00.000Z\"");
        assertThat(read(TestingTenant.FULL)).contains("\"@EndUserText.label\":\"New\"");
        assertThat(read(RUN_TIME)).contains("\"@EndUserText.label\":\"Old\"");
        assertThat(tenant.get(METADATA).body()).contains("String=\"Old\"");
    }

    @Test
    void deployingBringsTheSavedStateToTheRunTime() {
        tenant.tenant()
                .change(List.of(
                        ChangeStep.label("SALES", "V", "New"),
                        ChangeStep.columnLabel("SALES", "V", "A", "Column A"),
                        ChangeStep.addColumn("SALES", "V", "C", element("cds.Date")),
                        ChangeStep.removeColumn("SALES", "V", "B"),
                        ChangeStep.deploy("SALES", "V")));

        EdmxReading metadata = EdmxReading.of(tenant.get(METADATA).body());
        assertThat(metadata.propertyNames()).containsExactly("A", "C");
        assertThat(metadata.terms("V/A")).containsExactly("Common.Label=Column A");
        assertThat(inventory()).contains("\"status\":\"Deployed\"", "\"deployedOn\":\"2026-11-21T10:00:00.000Z\"");
        assertThat(tenant.json("/api/v1/datasphere/consumption/catalog/assets")
                        .path("value")
                        .path(0)
                        .path("label")
                        .asString())
                .isEqualTo("New");
        assertThat(columnsOfQuery()).isEqualTo("[{\"ref\":[\"T\",\"A\"]},{\"val\":null,\"as\":\"C\"}]");
    }

    @Test
    void deletedObjectIsGoneEverywhere() {
        tenant.tenant().change(ChangeStep.delete("SALES", "V"));

        assertThat(tenant.json(SALES + "/views")).isEmpty();
        assertThat(tenant.get(SALES + "/views/V").statusCode()).isEqualTo(404);
        assertThat(tenant.get(METADATA).statusCode()).isEqualTo(404);
        assertThat(tenant.json("/api/v1/datasphere/consumption/catalog/assets").path("value"))
                .isEmpty();
    }

    @Test
    void createdObjectIsNotDeployedUntilItIs() {
        ObjectNode body = Json.object();
        body.putObject("definitions").putObject("N").put("kind", "entity").putObject("elements");
        tenant.tenant().change(ChangeStep.create("SALES", ObjectType.LOCAL_TABLE, "N", body));

        String object = SALES + "/localtables/N";
        assertThat(tenant.json(SALES + "/localtables?select=technicalName,status")
                        .toString())
                .isEqualTo("[{\"technicalName\":\"N\",\"status\":\"NotDeployed\"}]");
        assertThat(tenant.get(object, RUN_TIME).statusCode()).isEqualTo(404);
        tenant.tenant().change(ChangeStep.deploy("SALES", "N"));
        assertThat(tenant.get(object, RUN_TIME).statusCode()).isEqualTo(200);
    }

    @Test
    void sharingNamesTheOtherSpace() {
        tenant.tenant().change(ChangeStep.share("SALES", "V", "FINANCE"));

        assertThat(tenant.read(SALES + "/views/V").path("sharing").toString())
                .isEqualTo("{\"V\":[{\"spaceName\":\"FINANCE\"}]}");
    }

    @Test
    void anotherProcessPlaysAScriptThroughTheControlAddress() {
        HttpResponse<String> answer = tenant.post("/_sandbox/changes", "application/json", """
                [{"action":"label","space":"SALES","object":"V","label":"By script"},
                 {"action":"deploy","space":"SALES","object":"V"}]
                """);

        assertThat(answer.body()).isEqualTo("{\"applied\":2}");
        assertThat(tenant.get(METADATA).body()).contains("By script");
        assertThat(tenant.calls().counts()).doesNotContainKey("POST sandbox changes");
    }

    @Test
    void impossibleScriptChangesNothing() {
        String script = """
                [{"action":"label","space":"SALES","object":"V","label":"Half done"},
                 {"action":"removeColumn","space":"SALES","object":"V","column":"NONE"}]
                """;
        HttpResponse<String> answer = tenant.post("/_sandbox/changes", "application/json", script);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("No such column: V.NONE");
        assertThat(read(TestingTenant.FULL)).contains("Old");
        assertThat(data.resolve("datasphere-changes.jsonl")).doesNotExist();
    }

    @Test
    void scriptsThatMakeNoSenseAreExplained() {
        assertThat(rejection("{}")).contains("array of steps");
        assertThat(rejection("[")).contains("not readable as JSON");
        assertThat(rejection("[1]")).contains("A step is an object");
        assertThat(rejection("[{\"action\":\"explode\"}]")).contains("explode").contains("removeColumn");
        assertThat(rejection("[{\"action\":\"label\",\"space\":\"SALES\",\"object\":\"V\"}]"))
                .contains("label needs");
        assertThat(rejection("[{\"action\":\"save\",\"space\":\"NOWHERE\",\"object\":\"V\"}]"))
                .contains("No such space: NOWHERE");
    }

    @Test
    void membershipCanBeTakenAndGiven() {
        tenant.tenant().change(ChangeStep.leave("SALES"));
        assertThat(tenant.get(SALES + "/views").statusCode()).isEqualTo(403);

        tenant.tenant().change(ChangeStep.join("SALES"));
        assertThat(tenant.get(SALES + "/views").statusCode()).isEqualTo(200);
    }

    @Test
    void changesSurviveARestart() {
        tenant.tenant().change(ChangeStep.label("SALES", "V", "Kept"));
        String before = tenant.read(SALES + "/views/V").toString() + inventory();
        restart();

        assertThat(tenant.read(SALES + "/views/V").toString() + inventory()).isEqualTo(before);
    }

    @Test
    void unfinishedLastLineOfTheJournalIsDropped() throws IOException {
        tenant.tenant().change(ChangeStep.label("SALES", "V", "Kept"));
        Path journal = data.resolve("datasphere-changes.jsonl");
        String confirmed = Files.readString(journal);
        Files.writeString(journal, "{\"at\":\"2026-11-21T10:0", StandardOpenOption.APPEND);
        restart();

        assertThat(read(TestingTenant.FULL)).contains("Kept");
        assertThat(Files.readString(journal)).isEqualTo(confirmed);
        tenant.tenant().change(ChangeStep.label("SALES", "V", "Later"));
        restart();
        assertThat(read(TestingTenant.FULL)).contains("Later");
    }

    @Test
    void damagedJournalIsAnErrorThatNamesTheFile() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("datasphere-changes.jsonl"), "nonsense\n");

        assertThatIOException()
                .isThrownBy(() -> Tenant.ofFolder(folder, data, clock, Set.of()))
                .withMessageContaining("datasphere-changes.jsonl");
    }

    @Test
    void changeThatNoLongerFitsTheContentIsLeftOut() throws IOException {
        tenant.tenant().change(ChangeStep.delete("SALES", "V"));
        Files.delete(folder.resolve("sales/views/V.json"));
        TestingTenant.write(folder, "sales/views/W.json", "{`definitions`:{`W`:{`kind`:`entity`,`elements`:{}}}}");
        restart();

        assertThat(tenant.tenant().objectNames("SALES")).containsExactly("W");
    }

    @Test
    void originalContentIsNeverTouched() {
        String before = read(RUN_TIME);
        tenant.tenant().change(ChangeStep.addColumn("SALES", "V", "C", element("cds.Date")));

        assertThat(read(RUN_TIME)).isEqualTo(before);
        assertThatThrownBy(() -> tenant.tenant().change(ChangeStep.delete("SALES", "NONE")))
                .isInstanceOf(ChangeRejected.class)
                .hasMessage("No such object: SALES/NONE");
    }

    private void restart() {
        tenant.close();
        tenant = open();
    }

    private TestingTenant open() {
        return TestingTenant.serving(
                TestingTenant.folder(folder, data, clock), UnaryOperator.identity(), Faults.none(), clock);
    }

    private String inventory() {
        return tenant.json(SALES + "/views?select=status,changedOn,deployedOn").toString();
    }

    private String read(String accept) {
        return tenant.get(SALES + "/views/V", accept).body();
    }

    private String columnsOfQuery() {
        JsonNode definition =
                tenant.read(SALES + "/views/V").path("definitions").path("V");
        return definition.path("query").path("SELECT").path("columns").toString();
    }

    private String rejection(String script) {
        HttpResponse<String> answer = tenant.post("/_sandbox/changes", "application/json", script);
        assertThat(answer.statusCode()).isEqualTo(400);
        return Json.MAPPER.readTree(answer.body()).path("error").path("message").asString();
    }

    private static ObjectNode element(String type) {
        return Json.object().put("type", type);
    }
}
