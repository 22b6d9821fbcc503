package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueObservation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlanRenderingTest {

    private static final GlueCatalog SALES = new ScenarioCatalog(List.of(
                    "database sales \"Sales\"",
                    "table items \"Items\"",
                    "id bigint \"Number\"",
                    "table orders \"Orders\"",
                    "id bigint \"Number\""))
            .written();

    private static final Plan PLAN = Planner.plan(new PlanInput(
                    "dog",
                    SALES,
                    List.of(
                            Finding.warning("type-lossy", "datasphere:SALES/ITEMS#AT", "time becomes string", ""),
                            Finding.error(
                                    "csn-malformed", "datasphere:SALES/X", "not \u001B[2J readable", "repair it")),
                    List.of(Inputs.ELSEWHERE),
                    true,
                    GlueObservation.EMPTY,
                    GlueCatalog.EMPTY,
                    PlanPolicy.CAUTIOUS,
                    Inputs.NOW))
            .plan();

    @Test
    void showsWhatAPersonNeedsToDecide() {
        assertThat(PlanText.render(PLAN, PlanText.Options.PLAIN))
                .startsWith("Plan " + PLAN.id() + " for dog (the tenant was only partly read: nothing is deleted)\n")
                .contains("  + table sales/items\n")
                .contains("Findings:\n    1 error, 1 warning\n")
                .contains("3 to create, 0 to update, 0 to delete, 0 unchanged")
                .endsWith("verify 2 (GetDatabases 1, GetTables 1)\n");
    }

    @Test
    void showsColumnsAndFindingsInDetail() {
        assertThat(PlanText.render(PLAN, new PlanText.Options(false, true, 100)))
                .contains("      + id bigint \"Number\"\n")
                .contains("    error csn-malformed datasphere:SALES/X: not \uFFFD[2J readable\n");
    }

    @Test
    void shortensLongPartsAndSaysByHowMuch() {
        assertThat(PlanText.render(PLAN, new PlanText.Options(false, false, 2)))
                .contains("  + database sales\n  + table sales/items\n  … and 2 more lines\n")
                .doesNotContain("sales/orders");
    }

    @Test
    void coloursOnlyWhereAsked() {
        assertThat(PlanText.render(PLAN, new PlanText.Options(true, false, 100)))
                .contains("\u001B[32m+ table sales/items\u001B[0m");
        assertThat(PlanText.render(PLAN, PlanText.Options.PLAIN)).doesNotContain("\u001B");
    }

    @Test
    void summarisesForPrograms() {
        JsonNode form = PlanJson.summary(PLAN);

        assertThat(form.propertyNames())
                .containsExactly(
                        "planId",
                        "digest",
                        "environment",
                        "complete",
                        "summary",
                        "calls",
                        "changes",
                        "skipped",
                        "conflicts",
                        "findings");
        assertThat(form.at("/planId").asString()).isEqualTo(PLAN.id());
        assertThat(form.at("/complete").asBoolean()).isFalse();
        assertThat(form.at("/summary/create").asLong()).isEqualTo(3);
        assertThat(form.at("/calls/target/CreateTable").asLong()).isEqualTo(2);
        assertThat(form.at("/changes/1"))
                .hasToString("{\"action\":\"create\",\"kind\":\"table\",\"subject\":\"glue:sales/items\","
                        + "\"database\":\"sales\",\"name\":\"items\",\"fields\":[]}");
        assertThat(form.at("/findings/0/severity").asString()).isEqualTo("warning");
    }

    @Test
    void namesDatabasesAndJobsInTheSummaryForm() {
        GlueCatalog jobs = new ScenarioCatalog(List.of("job load", "database hr")).written();

        JsonNode form = PlanJson.summary(
                Planner.plan(Inputs.of(jobs, GlueObservation.EMPTY, GlueCatalog.EMPTY, PlanPolicy.CAUTIOUS))
                        .plan());

        assertThat(form.at("/changes")
                        .valueStream()
                        .map(change -> change.get("name").asString()))
                .containsExactly("hr", "load", "hr");
        assertThat(form.at("/changes/2/fields/0/field").asString()).isEqualTo("parameters.catalogbridge.digest");
    }

    @Test
    void streamsTheSameFullFormThatItWritesAtOnce() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        PlanJson.write(PLAN, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(PlanJson.write(PLAN));
        assertThat(PlanJson.read(out.toString(StandardCharsets.UTF_8))).isEqualTo(PLAN);
    }

    @Test
    void refusesWhatIsNotAPlan() {
        assertThatThrownBy(() -> PlanJson.read("<html>")).isInstanceOf(JacksonException.class);
    }
}
