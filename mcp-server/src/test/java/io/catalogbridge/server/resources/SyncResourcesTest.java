package io.catalogbridge.server.resources;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.TestingScope;
import io.catalogbridge.server.tools.TestingBridge;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Plans and runs as resources. */
class SyncResourcesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private TestingBridge bridge;

    @BeforeEach
    void open() {
        bridge = new TestingBridge(folder);
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    private static Asset orders(String label) {
        return Assets.table("SALES", "ORDERS")
                .label("Orders")
                .column("ID", text(10))
                .key()
                .column("CITY", text(40))
                .labelled(label)
                .build();
    }

    private static Asset[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Assets.table("SALES", "TABLE_%04d".formatted(number))
                        .column("A_COLUMN", text(10))
                        .labelled("Ein längerer Name")
                        .build())
                .toArray(Asset[]::new);
    }

    private List<ResourceFamily> families() {
        return ResourceSet.of(bridge.context(WritePermission.ALLOWED));
    }

    private static Optional<String> body(List<ResourceFamily> families, String uri) {
        return families.stream()
                .map(family -> family.read(uri, TestingScope.SCOPE))
                .flatMap(Optional::stream)
                .findFirst()
                .map(ResourceContents::body);
    }

    private String body(String uri) {
        return body(families(), uri).orElseThrow();
    }

    private String planned(Asset... tenant) {
        return bridge.tenant(tenant).call("plan_sync", Map.of()).get("planId").asString();
    }

    private Store store() {
        return bridge.context(WritePermission.ALLOWED).store();
    }

    @Test
    void showsAPlanAsPeopleReadIt() {
        String plan = planned(orders("City"));

        assertThat(body("sync://plans/" + plan))
                .startsWith("Plan " + plan + " for dog")
                .contains("+ table datasphere_sales_dog/orders", "2 to create")
                .doesNotContain("cut");
    }

    @Test
    void showsEachFieldOfAChangeForPrograms() {
        bridge.tenant(orders("City")).synchronised();
        String plan = planned(orders("Town"));

        JsonNode document = JSON.readTree(body("sync://plans/" + plan + "/changes"));

        assertThat(document.get("planId").asString()).isEqualTo(plan);
        assertThat(document.get("changes").size()).isEqualTo(1);
        JsonNode fields = document.at("/changes/0/fields");
        assertThat(fields.findValuesAsString("field"))
                .contains("columns.city.comment")
                .noneMatch(field -> field.contains("fingerprint"));
        assertThat(fields.valueStream()
                        .filter(field -> field.get("field").asString().equals("columns.city.comment"))
                        .map(field -> field.get("before").asString() + "/"
                                + field.get("after").asString()))
                .containsExactly("City/Town");
    }

    @Test
    void showsTheColumnsOfWhatComesAndGoesWithDeletesFirst() {
        bridge.tenant(orders("City")).synchronised();
        Asset other = Assets.table("SALES", "AAA").column("X", text(5)).build();
        String plan = planned(other);

        JsonNode document = JSON.readTree(body("sync://plans/" + plan + "/changes"));

        assertThat(document.get("deletes").asInt()).isEqualTo(1);
        assertThat(document.at("/changes/0/action").asString()).isEqualTo("delete");
        assertThat(document.at("/changes/0/columns/1/name").asString()).isEqualTo("city");
        assertThat(document.at("/changes/1/columns/0/type").asString()).isEqualTo("varchar(5)");
    }

    @Test
    void cutsALongPlanButNamesItsDeletes() {
        bridge.tenant(many(2_200)).synchronised();
        String plan = planned(many(1));

        String text = body("sync://plans/" + plan);
        String brief = body(ResourceSet.brief(bridge.context(WritePermission.ALLOWED)), "sync://plans/" + plan)
                .orElseThrow();
        String changes = body("sync://plans/" + plan + "/changes");

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200_000);
        assertThat(brief.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(12_000);
        assertThat(text).contains("This text is cut. Deletes: 2199", "glue:datasphere_sales_dog/table_0001");
        assertThat(brief).contains("This text is cut. Deletes: 2199", "2199 to delete");
        assertThat(changes.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200_000);
        assertThat(JSON.readTree(changes).at("/truncated/shown/changes").asString())
                .endsWith(" of 2199");
    }

    @Test
    void showsARunWithItsTally() {
        bridge.tenant(orders("City")).synchronised();
        String run = store().runs().recent("dog", 1).get(0).id();

        JsonNode document = JSON.readTree(body("sync://runs/" + run));

        assertThat(document.get("outcome").asString()).isEqualTo("done");
        assertThat(document.get("applied").asInt()).isEqualTo(3);
        assertThat(document.get("plan").asString()).startsWith("sync://plans/plan-");
        assertThat(body(document.get("plan").asString())).startsWith("Plan ");
        assertThat(document.get("notApplied").size()).isZero();
    }

    @Test
    void tellsOfARunThatIsUnderWay() {
        String plan = planned(orders("City"));
        List<Change> changes = store().plans().find(plan).orElseThrow().plan().changes();
        String run = store().runs().begin("dog", plan, "tester");
        store().runs().record(run, "dog", changes.get(0), new Outcome.Conflict("somebody was\nfaster"));

        JsonNode document = JSON.readTree(body("sync://runs/" + run));

        assertThat(document.get("outcome").asString()).isEqualTo("running");
        assertThat(document.has("endedAt")).isFalse();
        assertThat(document.at("/notApplied/0/message").asString()).isEqualTo("somebody was faster");
    }

    @Test
    void announcesChangesOfRunsOnly() {
        bridge.tenant(orders("City")).synchronised();
        String run = store().runs().recent("dog", 1).get(0).id();

        assertThat(List.of("sync://runs/" + run, "sync://runs/run-x", "sync://plans/x", "mapping://rules"))
                .filteredOn(uri -> families().stream().anyMatch(family -> family.watchable(uri)))
                .containsExactly("sync://runs/" + run);
    }

    @Test
    void hidesWhatBelongsToAnotherEnvironment() {
        Plan plan = store().plans().find(planned(orders("City"))).orElseThrow().plan();
        Plan elsewhere = new Plan(
                "plan-elsewhere",
                plan.digest(),
                "wolf",
                plan.complete(),
                plan.changes(),
                plan.skipped(),
                plan.conflicts(),
                plan.findings(),
                plan.summary(),
                plan.calls());
        store().plans().save(elsewhere, CallCounts.of(Map.of()), 0);
        String run = store().runs().begin("wolf", elsewhere.id(), "tester");

        assertThat(List.of("sync://runs/" + run, "sync://plans/plan-elsewhere", "sync://plans/plan-elsewhere/changes"))
                .allSatisfy(uri -> assertThat(body(families(), uri)).isEmpty());
    }

    @Test
    void listsAndCompletesTheLatest() {
        bridge.tenant(orders("City")).synchronised();
        String plan = store().plans().recent("dog", 1).get(0).id();
        String run = store().runs().recent("dog", 1).get(0).id();

        assertThat(families().stream().flatMap(family -> family.listed().stream()))
                .extracting(ResourceDefinition::uri)
                .contains("sync://plans/" + plan, "sync://runs/" + run);
        assertThat(complete("sync://plans/{id}", plan.substring(5, 9).toUpperCase(Locale.ROOT)))
                .containsExactly(plan);
        assertThat(complete("sync://runs/{id}", "run-")).containsExactly(run);
        assertThat(complete("sync://runs/{id}", "zzz")).isEmpty();
    }

    private List<String> complete(String template, String typed) {
        return families().stream()
                .filter(family -> family.templates().stream()
                        .anyMatch(each -> each.uriTemplate().equals(template)))
                .findFirst()
                .orElseThrow()
                .complete(template, "id", typed, Map.of())
                .values();
    }

    @Test
    void namesConflictsAndTheRulesOfAPlan() {
        bridge.tenant(orders("City")).synchronised();
        bridge.target().catalog().tables().toList().forEach(this::comment);
        String plan = bridge.tenant(orders("Town"))
                .call("plan_sync", Map.of("verify", true))
                .get("planId")
                .asString();

        JsonNode document = JSON.readTree(body("sync://plans/" + plan + "/changes"));

        assertThat(document.at("/conflicts/0/id").asString()).startsWith("conflict-");
        assertThat(document.get("rulesVersion").asInt()).isZero();
        assertThat(body("sync://plans/" + plan))
                .contains("Made from version 0 of the mapping rules", "resolve_conflict", "list_conflicts");
    }

    private void comment(GlueTable table) {
        List<GlueColumn> columns = table.columns().stream()
                .map(column -> new GlueColumn(column.name(), column.type(), "Mine", column.parameters()))
                .toList();
        bridge.target().edit(GlueTable.of(table.name(), table.description(), columns, table.parameters()));
    }
}
