package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.Association;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.ExternalObject;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Hierarchy;
import io.catalogbridge.mapping.catalog.Lifecycle;
import io.catalogbridge.mapping.catalog.Parameter;
import io.catalogbridge.mapping.catalog.SemanticUsage;
import io.catalogbridge.mapping.catalog.Semantics;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.rules.MappingRules.JobRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static io.catalogbridge.mapping.rules.Tenants.chain;
import static io.catalogbridge.mapping.rules.Tenants.flow;
import static io.catalogbridge.mapping.rules.Tenants.head;
import static io.catalogbridge.mapping.rules.Tenants.id;
import static io.catalogbridge.mapping.rules.Tenants.mapped;
import static io.catalogbridge.mapping.rules.Tenants.other;
import static io.catalogbridge.mapping.rules.Tenants.snapshot;
import static io.catalogbridge.mapping.rules.Tenants.table;
import static io.catalogbridge.mapping.rules.Tenants.text;
import static io.catalogbridge.mapping.rules.Tenants.transfer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

class CatalogMapperTest {

    private static final MappingRules RULES = MappingRules.defaults("dog");

    @Test
    void aSpaceHasTheSameDatabaseWhicheverOtherSpacesAreInScope() {
        SortedSet<String> names = new TreeSet<>(List.of("A-B", "A_B"));

        MappingResult whole = CatalogMapper.map(spaces(names, "A-B", "A_B"), RULES);
        MappingResult part = CatalogMapper.map(spaces(names, "A-B"), RULES);
        MappingResult other = CatalogMapper.map(spaces(names, "A_B"), RULES);

        assertThat(part.databases())
                .containsExactly(entry("A-B", whole.databases().get("A-B")));
        assertThat(part.findings()).extracting(Finding::code).containsExactly("name-collision");
        assertThat(other.databases()).containsExactly(entry("A_B", "datasphere_a_b_dog"));
        assertThat(other.findings()).isEmpty();
    }

    @Test
    void aSpaceKeepsItsDatabaseWhenOneComesThatWouldLikeItsName() {
        SortedSet<String> names = new TreeSet<>(List.of("A-B", "A_B"));

        MappingResult mapped =
                CatalogMapper.map(spaces(names, "A-B", "A_B"), RULES, Map.of("datasphere_a_b_dog", "A-B"));

        assertThat(mapped.databases()).containsEntry("A-B", "datasphere_a_b_dog");
        assertThat(mapped.databases().get("A_B")).matches("datasphere_a_b_[0-9a-f]{6}_dog");
    }

    private static CatalogSnapshot spaces(SortedSet<String> names, String... inScope) {
        List<Space> spaces = Stream.of(inScope)
                .map(name -> new Space(name, null, null, List.of()))
                .toList();
        return new CatalogSnapshot("demo.example", false, names, spaces, List.of(), List.of(), List.of());
    }

    @Test
    void mapsASpaceToADatabase() {
        Space space =
                new Space("SALES", "Sales", "All about\nsales", List.of(new Space.Connection("S4", null, "ABAP")));
        CatalogSnapshot snapshot =
                new CatalogSnapshot("demo.example", true, List.of(space), List.of(), List.of(), List.of());

        GlueDatabase database =
                CatalogMapper.map(snapshot, RULES).catalog().databases().get(0);

        assertThat(database.name()).isEqualTo("datasphere_sales_dog");
        assertThat(database.description()).isEqualTo("Sales\nAll about\nsales");
        assertThat(database.parameters())
                .containsEntry("catalogbridge.owner", "dog")
                .containsEntry("catalogbridge.source", "demo.example")
                .containsEntry("catalogbridge.space", "SALES")
                .containsEntry("catalogbridge.label", "Sales")
                .containsEntry("catalogbridge.version", CatalogMapper.VERSION)
                .containsEntry("catalogbridge.connections", "[{\"name\":\"S4\",\"type\":\"ABAP\"}]")
                .containsEntry("catalogbridge.digest", Fingerprints.ofDatabase(database));
    }

    @Test
    void saysEverythingAboutATable() {
        BusinessContext business =
                new BusinessContext("Orders", "One row\nper order", SemanticUsage.FACT, List.of("DAC_REGION"));
        AssetHead head = new AssetHead(
                id("SALES", "ORDERS"), business, Lifecycle.UNKNOWN, new Exposure(true, true, false, false));
        Shape shape = new Shape(
                List.of(text("ID").withKey(true), text("POS").withKey(true), text("NOTE")),
                List.of(new Association(
                        "_CUSTOMER", id("MD", "CUSTOMERS"), List.of(new Association.ColumnPair("NOTE", "ID")))),
                List.of(new Hierarchy.Leveled("H", "By note", List.of("NOTE", "ID"))),
                List.of(new Parameter("P_DATE", new DataType.Date(), "Key date", "2026-01-01")));

        GlueTable table = mapped(new Dataset.LocalTable(head, shape, new TableOrigin.DeltaCapture("ORDERS_Delta")));

        assertThat(table.name()).isEqualTo(new TableName("datasphere_sales_dog", "orders"));
        assertThat(table.description()).isEqualTo("Orders\nOne row\nper order");
        assertThat(table.parameters())
                .containsEntry("comment", "Orders: One row per order")
                .containsEntry("catalogbridge.owner", "dog")
                .containsEntry("catalogbridge.asset", "datasphere:SALES/ORDERS")
                .containsEntry("catalogbridge.name", "ORDERS")
                .containsEntry("catalogbridge.kind", "local-table")
                .containsEntry("catalogbridge.label", "Orders")
                .containsEntry("catalogbridge.usage", "fact")
                .containsEntry("catalogbridge.exposure", "[\"external\",\"relational\"]")
                .containsEntry("catalogbridge.access-controls", "[\"DAC_REGION\"]")
                .containsEntry("catalogbridge.keys", "[\"ID\",\"POS\"]")
                .containsEntry(
                        "catalogbridge.associations",
                        "[{\"name\":\"_CUSTOMER\",\"target\":\"datasphere:MD/CUSTOMERS\",\"on\":[[\"NOTE\",\"ID\"]]}]")
                .containsEntry(
                        "catalogbridge.hierarchies",
                        "[{\"name\":\"H\",\"label\":\"By note\",\"kind\":\"leveled\",\"levels\":[\"NOTE\",\"ID\"]}]")
                .containsEntry(
                        "catalogbridge.parameters",
                        "[{\"name\":\"P_DATE\",\"type\":\"cds.Date\",\"label\":\"Key date\",\"default\":\"2026-01-01\"}]")
                .containsEntry("catalogbridge.origin", "delta-capture")
                .containsEntry("catalogbridge.origin-object", "[\"ORDERS_Delta\"]")
                .containsEntry("catalogbridge.fingerprint", Fingerprints.ofTable(table));
    }

    @Test
    void saysEverythingAboutAColumn() {
        Semantics semantics = new Semantics(
                "CURRENCY",
                "UNIT",
                "NET_TEXT",
                "_TEXT",
                "_FK",
                new TreeSet<>(Set.of("amount.currencyCode", "systemDate")),
                true,
                true);
        Column column = new Column(
                "NetAmount",
                new DataType.Decimal(15, 2),
                true,
                false,
                "Net amount",
                "After discounts",
                new ColumnRole.Measure(ColumnRole.MeasureKind.CALCULATED, "SUM", "A - B"),
                semantics,
                "0",
                "CURR");

        GlueTable table = mapped(table("SALES", "ORDERS", column));

        GlueColumn inGlue = table.columns().get(0);
        assertThat(inGlue.name()).isEqualTo("netamount");
        assertThat(inGlue.type().print()).isEqualTo("decimal(15,2)");
        assertThat(inGlue.comment()).isEqualTo("Net amount: After discounts");
        assertThat(inGlue.parameters())
                .containsEntry("catalogbridge.name", "NetAmount")
                .containsEntry("catalogbridge.label", "Net amount")
                .containsEntry("catalogbridge.type", "cds.Decimal(15,2)")
                .containsEntry("catalogbridge.key", "1")
                .containsEntry("catalogbridge.nullable", "false")
                .containsEntry("catalogbridge.role", "measure")
                .containsEntry("catalogbridge.measure-kind", "calculated")
                .containsEntry("catalogbridge.aggregation", "SUM")
                .containsEntry("catalogbridge.formula", "A - B")
                .containsEntry("catalogbridge.currency", "CURRENCY")
                .containsEntry("catalogbridge.unit", "UNIT")
                .containsEntry("catalogbridge.text", "NET_TEXT")
                .containsEntry("catalogbridge.text-association", "_TEXT")
                .containsEntry("catalogbridge.foreign-key", "_FK")
                .containsEntry("catalogbridge.semantics", "[\"amount.currencyCode\",\"systemDate\"]")
                .containsEntry("catalogbridge.hidden", "true")
                .containsEntry("catalogbridge.representative-key", "true")
                .containsEntry("catalogbridge.default", "0")
                .containsEntry("catalogbridge.native-type", "CURR")
                .hasSize(19);
        assertThat(table.parameters())
                .containsEntry(
                        "catalogbridge.measures",
                        "[{\"name\":\"NetAmount\",\"kind\":\"calculated\",\"aggregation\":\"SUM\"}]");
    }

    @Test
    void numbersTheKeyInItsOwnOrder() {
        Column a = Column.of("A", new DataType.Date()).withKey(true);
        Column b = Column.of("B", new DataType.Date()).withKey(true);
        Shape shape = new Shape(List.of(a, b), List.of(), List.of(), List.of(), List.of("B", "A"));

        GlueTable table = mapped(table(head("SALES", "T", null, null), shape));

        assertThat(table.parameters()).containsEntry("catalogbridge.keys", "[\"B\",\"A\"]");
        assertThat(table.columns())
                .extracting(column -> column.parameters().get("catalogbridge.key"))
                .containsExactly("2", "1");
    }

    @Test
    void writesNothingWhereNothingIsKnown() {
        GlueTable table = mapped(table("SALES", "ORDERS", Column.of("ID", new DataType.Unresolved("no query"))));

        assertThat(table.description()).isEmpty();
        assertThat(table.parameters())
                .containsOnlyKeys(
                        "catalogbridge.owner",
                        "catalogbridge.asset",
                        "catalogbridge.name",
                        "catalogbridge.kind",
                        "catalogbridge.fingerprint");
        assertThat(table.columns().get(0).comment()).isEmpty();
        assertThat(table.columns().get(0).parameters()).containsOnlyKeys("catalogbridge.name");
    }

    @Test
    void keepsTheWholeTextOfAColumnWhoseCommentIsCut() {
        String description = "All of it. ".repeat(100).strip();

        GlueColumn column = mapped(table("SALES", "ORDERS", text("ID").withDescription(description)))
                .columns()
                .get(0);

        assertThat(column.comment()).hasSizeLessThan(255).endsWith("…");
        assertThat(column.parameters()).containsEntry("catalogbridge.description", description);
    }

    @Test
    void keepsTheWholeTextOfATableWhoseDescriptionIsCut() {
        String description = "All of it. ".repeat(300).strip();

        GlueTable table = mapped(table(head("SALES", "ORDERS", "Orders", description), Shape.EMPTY));

        assertThat(table.description()).startsWith("Orders\nAll").endsWith("…");
        assertThat(table.parameters()).containsEntry("catalogbridge.description", description);
    }

    @Test
    void numbersKeyColumnsInOrder() {
        GlueTable table = mapped(table(
                "SALES", "ORDERS", text("B").withKey(true), text("X"), text("A").withKey(true)));

        assertThat(table.columns())
                .extracting(column -> column.parameters().getOrDefault("catalogbridge.key", ""))
                .containsExactly("1", "", "2");
    }

    @Test
    void keepsDefinitionsOfViewsAndSourcesOfRemoteTables() {
        AssetHead view = AssetHead.of(id("SALES", "V"));
        AssetHead remote = AssetHead.of(id("SALES", "R"));
        ExternalObject source = new ExternalObject("S4", "ABAP\u007FVBAK");

        assertThat(mapped(new Dataset.View(
                                view, Shape.EMPTY, new ViewBody.Sql("SELECT *\nFROM T"), List.of(id("SALES", "T"))))
                        .parameters())
                .containsEntry("catalogbridge.definition", "SELECT *\nFROM T")
                .containsEntry("catalogbridge.definition-kind", "sql")
                .containsEntry("catalogbridge.sources", "[\"datasphere:SALES/T\"]");
        assertThat(mapped(new Dataset.RemoteTable(remote, Shape.EMPTY, source)).parameters())
                .containsEntry("catalogbridge.connection", "S4")
                .containsEntry("catalogbridge.remote-object", "ABAP.VBAK");
        assertThat(mapped(new Dataset.AnalyticModel(view, Shape.EMPTY, "1.7.1", List.of()))
                        .parameters())
                .containsEntry("catalogbridge.business-layer", "1.7.1");
    }

    @Test
    void saysWhereTheRowsOfALocalTableComeFrom() {
        AssetHead head = AssetHead.of(id("SALES", "T"));

        assertThat(mapped(new Dataset.LocalTable(head, Shape.EMPTY, new TableOrigin.OpenSchema("RAW", "T_1")))
                        .parameters())
                .containsEntry("catalogbridge.origin", "open-schema")
                .containsEntry("catalogbridge.origin-object", "[\"RAW\",\"T_1\"]");
        assertThat(mapped(new Dataset.LocalTable(head, Shape.EMPTY, new TableOrigin.ImportedDataset("EXT", "T_2")))
                        .parameters())
                .containsEntry("catalogbridge.origin", "imported-dataset")
                .containsEntry("catalogbridge.origin-object", "[\"EXT\",\"T_2\"]");
    }

    @Test
    void cutsDefinitionsThatGlueCannotHoldAndSaysSo() {
        Dataset view = new Dataset.View(
                AssetHead.of(id("SALES", "V")), Shape.EMPTY, new ViewBody.Sql("ä".repeat(300_000)), List.of());

        MappingResult result = CatalogMapper.map(snapshot(view), RULES);

        String definition = result.catalog()
                .tables()
                .findFirst()
                .map(table -> table.parameters().get("catalogbridge.definition"))
                .orElseThrow();
        assertThat(definition).endsWith("the whole text has 300000 characters */");
        assertThat(definition.getBytes(UTF_8).length).isBetween(511_990, 512_000);
        assertThat(codes(result)).contains("text-cut");
    }

    @Test
    void redeploymentWithoutAChangeOfContentChangesNothing() {
        Lifecycle before = new Lifecycle("Deployed", "2026-01-01", "2026-01-02", "2026-01-03", "ANNA", "ANNA");
        Lifecycle after = new Lifecycle("ChangesToDeploy", "2026-01-01", "2026-02-02", "2026-02-03", "ANNA", "BEN");

        assertThat(mapped(withLifecycle(after))).isEqualTo(mapped(withLifecycle(before)));
    }

    private static Dataset withLifecycle(Lifecycle lifecycle) {
        return table(
                new AssetHead(id("SALES", "ORDERS"), BusinessContext.NONE, lifecycle, Exposure.NONE),
                Shape.of(List.of(text("ID"))));
    }

    @Test
    void describesProcessesInParametersWhereNoRoleIsConfigured() {
        MappingResult result = CatalogMapper.map(
                snapshot(
                        flow("SALES", "Load Orders", transfer(new ExternalObject("S4", "VBAK"), id("SALES", "ORDERS"))),
                        chain("SALES", "Nightly", id("SALES", "Load Orders")),
                        table("SALES", "ORDERS", text("ID"))),
                RULES);

        GlueDatabase database = result.catalog().databases().get(0);
        assertThat(database.parameters())
                .containsEntry(
                        "catalogbridge.flow.load_orders",
                        "{\"id\":\"datasphere:SALES/Load Orders\",\"kind\":\"data-flow\","
                                + "\"sources\":[\"external:S4/VBAK\"],\"targets\":[\"datasphere:SALES/ORDERS\"]}")
                .containsEntry(
                        "catalogbridge.flow.nightly",
                        "{\"id\":\"datasphere:SALES/Nightly\",\"kind\":\"task-chain\","
                                + "\"runs\":[\"datasphere:SALES/Load Orders\"]}");
        assertThat(database.tables().get(0).parameters())
                .containsEntry("catalogbridge.loaded-by", "[\"datasphere:SALES/Load Orders\"]");
        assertThat(result.processes())
                .containsEntry(id("SALES", "Nightly"), "glue:datasphere_sales_dog#catalogbridge.flow.nightly");
        assertThat(result.catalog().jobs()).isEmpty();
    }

    @Test
    void describesProcessesAsJobsWhereARoleIsConfigured() {
        MappingRules rules = RULES.withJobs(JobRules.of("arn:aws:iam::1:role/r", "s3://b/s.py"));

        MappingResult result =
                CatalogMapper.map(snapshot(flow("SALES", "LOAD", transfer(id("SALES", "A"), id("SALES", "B")))), rules);

        assertThat(result.catalog().jobs()).singleElement().satisfies(job -> {
            assertThat(job.name()).isEqualTo("datasphere_sales_load_dog");
            assertThat(job.role()).isEqualTo("arn:aws:iam::1:role/r");
            assertThat(job.arguments())
                    .containsEntry(GlueJob.OWNER_ARGUMENT, "dog")
                    .containsEntry("--catalogbridge.asset", "datasphere:SALES/LOAD")
                    .containsEntry("--catalogbridge.kind", "data-flow")
                    .containsEntry("--catalogbridge.sources", "[\"datasphere:SALES/A\"]")
                    .containsEntry("--catalogbridge.targets", "[\"datasphere:SALES/B\"]");
        });
        assertThat(result.processes()).containsEntry(id("SALES", "LOAD"), "glue-job:datasphere_sales_load_dog");
        assertThat(result.catalog().databases().get(0).parameters().keySet()).noneMatch(key -> key.contains("flow"));
    }

    @Test
    void doesNotMergeJobsWhosePathsLookAlike() {
        MappingRules rules = RULES.withJobs(JobRules.of("role", "s3://b/s.py"));

        MappingResult result = CatalogMapper.map(snapshot(flow("A_B", "C"), flow("A", "B_C")), rules);

        assertThat(result.catalog().jobs()).extracting(GlueJob::name).hasSize(2).doesNotHaveDuplicates();
        assertThat(codes(result)).containsExactly("name-collision");
    }

    @Test
    void doesNotMergeSpacesWhoseNamesLookAlike() {
        MappingResult result = CatalogMapper.map(
                snapshot(
                        table("SALES", "T", text("ID")),
                        table("Sales", "T", text("ID")),
                        table("x".repeat(300), "T", text("ID"))),
                RULES);

        assertThat(result.catalog().databases())
                .extracting(GlueDatabase::name)
                .doesNotHaveDuplicates()
                .hasSize(3)
                .allMatch(name -> name.matches("[a-z0-9_]{1,128}") && name.endsWith("_dog"));
        assertThat(result.databases()).containsEntry("SALES", "datasphere_sales_dog");
        assertThat(codes(result)).containsExactly("name-collision");
    }

    @Test
    void reportsWhatItCannotMapExactly() {
        MappingResult result = CatalogMapper.map(
                snapshot(
                        table(
                                "SALES",
                                "T",
                                Column.of("G", new DataType.Geometry("point", 4326)),
                                text("A"),
                                text("a"),
                                text("A")),
                        table("SALES", "EMPTY"),
                        other("SALES", "DAC", "data-access-control")),
                RULES);

        assertThat(result.findings())
                .isSorted()
                .extracting(Finding::code, Finding::subject)
                .containsExactlyInAnyOrder(
                        tuple("type-lossy", "datasphere:SALES/T#G"),
                        tuple("name-collision", "datasphere:SALES/T#A"),
                        tuple("column-duplicate", "datasphere:SALES/T#A"),
                        tuple("no-columns", "datasphere:SALES/EMPTY"),
                        tuple("no-counterpart", "datasphere:SALES/DAC"));
    }

    @Test
    void keepsTheFindingsOfTheSnapshot() {
        Finding found = Finding.info("some-code", "datasphere:SALES/T", "read with care");
        CatalogSnapshot snapshot =
                new CatalogSnapshot("demo.example", true, List.of(), List.of(), List.of(found), List.of());

        assertThat(CatalogMapper.map(snapshot, RULES).findings()).containsExactly(found);
    }

    @Test
    void mapsTablesOfTenThousandColumns() {
        Column[] columns = IntStream.range(0, 10_000)
                .mapToObj(i -> text(i % 2 == 0 ? "Column " + i : "COLUMN-" + (i - 1)))
                .toArray(Column[]::new);

        assertThat(mapped(table("SALES", "WIDE", columns)).columns())
                .extracting(GlueColumn::name)
                .hasSize(10_000)
                .doesNotHaveDuplicates();
    }

    private static List<String> codes(MappingResult result) {
        return result.findings().stream().map(Finding::code).toList();
    }
}
