package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.ExternalObject;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Finding.Severity;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.testing.Fixtures;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Real exports and recordings, compared with what a plain walk over their JSON counts. */
class FixturesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode json(Path file) {
        return JSON.readTree(Fixtures.read(file));
    }

    private static JsonNode json(String file) {
        return json(Fixtures.datasphere().resolve(file));
    }

    /** Each export on its own, as the only thing known of a space called {@code S}. */
    private static CatalogSnapshot read(JsonNode document) {
        SnapshotAssembler assembler = new SnapshotAssembler("tenant", true, List.of());
        assembler.definition("S", null, null, document);
        return assembler.assemble();
    }

    private static void forEachExport(BiConsumer<Path, JsonNode> action) {
        for (Path file : Fixtures.files(Fixtures.datasphere(), ".json")) {
            JsonNode document = json(file);
            if (document.path("definitions").isObject()) {
                action.accept(file, document);
            }
        }
    }

    @Test
    void everyDefinitionIsAccountedForColumnByColumn() {
        forEachExport((file, document) -> {
            CatalogSnapshot snapshot = read(document);
            Map<String, List<String>> columns = new HashMap<>();
            snapshot.assets().forEach(asset -> columns.put(asset.id().name(), names((Dataset) asset)));
            assertThat(columns).as(file.toString()).isEqualTo(countedColumns(document));
        });
    }

    private static List<String> names(Dataset dataset) {
        return dataset.columns().stream().map(Column::name).toList();
    }

    private static Map<String, List<String>> countedColumns(JsonNode document) {
        Set<String> foreign = foreignContexts(document);
        Map<String, List<String>> columns = new HashMap<>();
        document.path("definitions").properties().forEach(entry -> {
            JsonNode definition = entry.getValue();
            boolean stub = foreign.stream().anyMatch(context -> entry.getKey().startsWith(context + "."));
            boolean hidden = definition.has("@DataWarehouse.enclosingObject");
            if (definition.path("kind").asString("").equals("entity") && !stub && !hidden) {
                columns.put(entry.getKey(), countedElements(definition));
            }
        });
        return columns;
    }

    private static Set<String> foreignContexts(JsonNode document) {
        Set<String> contexts = new HashSet<>();
        document.path("definitions").properties().forEach(entry -> {
            if (entry.getValue().has("@DataWarehouse.space.name")) {
                contexts.add(entry.getKey());
            }
        });
        return contexts;
    }

    private static List<String> countedElements(JsonNode definition) {
        return definition.path("elements").properties().stream()
                .filter(element -> !element.getValue().has("target"))
                .map(Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "bike-sales/Bike_Sales_Model.json, local-table=9",
        "build-apps/Tanks.json, local-table=1",
        "community-content/analytic-model-sample/ER_MCT_MEDIUM.json, imported=11 local-table=4 view=2",
        "community-content/data-products/DP_Appropriate_Wages.json, view=5",
        "community-content/data-products/DP_Employee_for_CSRD.json, local-table=34 view=55",
        "community-content/data-products/DP_Headcount_Actuals.json, local-table=1 view=2",
        "community-content/data-products/DP_Headcount_Top_Management.json, local-table=1 sql-view=1 view=1",
        "community-content/data-products/DP_Headcount_for_Employee.json, local-table=1 view=1",
        "community-content/data-products/DP_Headcount_per_Age_Group.json, local-table=1 sql-view=1 view=1",
        "community-content/data-products/DP_Minimum_Wage.json, remote-table=2 sql-view=1 view=2",
        "community-content/data-products/DP_Salary.json, local-table=34 view=55",
        "community-content/data-products/DP_Salary_Analysis.json, view=1",
        "csn-interop/airline.json, local-table=7",
        "csn-interop/entities_with_annotations.json, local-table=6",
        "dqm/dashboard/DQMSampleData_Model.json, analytic-model=1 imported=1 sql-view=1 view=3",
        "dqm/dashboard/DQMSampleData_SQL.json, imported=1 sql-view=1",
        "recorded-tenant/analyticmodels/Test_Analytic_Model.json, analytic-model=1",
        "recorded-tenant/localtables/SAP.TIME.M_TIME_DIMENSION.json, local-table=1",
        "shape-samples/data_flow_federated.json, data-flow=1",
        "shape-samples/remote_table_hana_quoted.json, remote-table=1",
        "shape-samples/replication_flow_federated.json, replication-flow=1",
        "teched/2023-DA260/BusinessPartner.json, delta-table=1",
        "teched/2023-DA271/DA271_DataModel_-_Quick_Start.json, local-table=10 view=7"
    })
    void findsTheKindsThatTheFixturesSayTheyHold(String file, String kinds) {
        Map<String, Integer> counts = new TreeMap<>();
        read(json(file)).assets().forEach(asset -> counts.merge(kind(asset), 1, Integer::sum));
        assertThat(counts.toString().replaceAll("[{},]", "")).isEqualTo(kinds);
    }

    private static String kind(Asset asset) {
        if (asset instanceof Dataset.View view && view.body() instanceof ViewBody.Sql) {
            return "sql-view";
        }
        if (asset instanceof Dataset.LocalTable table && table.origin() instanceof TableOrigin.DeltaCapture) {
            return "delta-table";
        }
        return asset instanceof Dataset.LocalTable table && table.origin() instanceof TableOrigin.ImportedDataset
                ? "imported"
                : asset.kind().label();
    }

    @Test
    void knowsTheTypeOfEveryColumnWhoseSourceIsThere() {
        forEachExport((file, document) -> {
            boolean lonely = file.endsWith("Test_Analytic_Model.json");
            Set<String> types = new TreeSet<>();
            read(document).assets().stream()
                    .flatMap(asset -> ((Dataset) asset).columns().stream())
                    .map(column -> column.type().getClass().getSimpleName())
                    .forEach(types::add);
            assertThat(types).as(file.toString()).doesNotContain("Unknown");
            assertThat(types.contains("Unresolved")).as(file.toString()).isEqualTo(lonely);
        });
    }

    @Test
    void findsTheEdgesThatAPlainWalkFinds() {
        forEachExport((file, document) -> {
            Set<String> edges = new TreeSet<>();
            read(document).assets().stream()
                    .filter(asset -> asset.kind() == AssetKind.VIEW)
                    .forEach(view -> view.sources()
                            .forEach(source -> edges.add(view.id().name() + " <- " + spelled((AssetId) source))));
            assertThat(edges).as(file.toString()).isEqualTo(countedEdges(document));
        });
    }

    private static String spelled(AssetId id) {
        return id.space().equals("S") ? id.name() : id.space() + "." + id.name();
    }

    private static Set<String> countedEdges(JsonNode document) {
        Set<String> edges = new TreeSet<>();
        document.path("definitions").properties().forEach(entry -> {
            boolean view = entry.getValue().has("query")
                    && !entry.getValue().has("@DataWarehouse.delta")
                    && !document.path("businessLayerDefinitions").has(entry.getKey());
            if (view) {
                froms(entry.getValue().path("query")).forEach(source -> edges.add(entry.getKey() + " <- " + source));
            }
        });
        return edges;
    }

    /** Names below any {@code from}, outside of conditions and columns. */
    private static Stream<String> froms(JsonNode node) {
        Stream<String> below = node.properties().stream()
                .filter(entry -> Set.of("SELECT", "SET", "from", "args").contains(entry.getKey()))
                .flatMap(entry -> froms(entry.getValue()));
        Stream<String> items = node.isArray() ? node.values().stream().flatMap(FixturesTest::froms) : Stream.empty();
        Stream<String> here =
                node.path("ref").isArray() ? Stream.of(node.path("ref").path(0).asString("")) : Stream.empty();
        return Stream.of(here, items, below).flatMap(names -> names);
    }

    @Test
    void resolvesTheAnalyticModelOverSeveralViewsToTheTable() {
        CatalogSnapshot snapshot = read(json("dqm/dashboard/DQMSampleData_Model.json"));
        Dataset model = (Dataset) snapshot.assets().stream()
                .filter(asset -> asset.kind() == AssetKind.ANALYTIC_MODEL)
                .findFirst()
                .orElseThrow();
        assertThat(model.sources())
                .extracting(source -> ((AssetId) source).name())
                .containsExactly("DQMSampleData_View", "DQMSampleData_Address_Level", "DQMSampleData_Geocode_Level");
        assertThat(model.columns()).noneMatch(column -> column.type() instanceof DataType.Unresolved);
        assertThat(snapshot.findings()).isEmpty();
    }

    @Test
    void readsTheSeparatorsOfRemoteEntities() {
        List<Asset> assets = read(json("community-content/data-products/DP_Minimum_Wage.json"))
                .assets();
        assertThat(assets.stream().filter(asset -> asset.kind() == AssetKind.REMOTE_TABLE))
                .extracting(asset -> asset.sources().get(0))
                .contains(
                        new ExternalObject("D4556A162E734F6391E8", "D4556A162E734F6391E8.Country_Master_Data_by_DCA"));
    }

    /** The recorded answers as a discovery would pass them on. */
    private static SnapshotAssembler recorded() {
        SnapshotAssembler assembler = new SnapshotAssembler("tenant", true, List.of("DEMO_SPACE"));
        Map<String, AssetKind> segments = Map.of(
                "views", AssetKind.VIEW,
                "localtables", AssetKind.LOCAL_TABLE,
                "analyticmodels", AssetKind.ANALYTIC_MODEL);
        segments.forEach((segment, kind) -> Fixtures.files(
                        Fixtures.datasphere().resolve("recorded-tenant").resolve(segment), ".json")
                .forEach(file -> assembler.definition("DEMO_SPACE", name(file, ".json"), kind, json(file))));
        return assembler;
    }

    private static String name(Path file, String suffix) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - suffix.length());
    }

    @Test
    void recordedServicesAgreeWithTheirDefinitions() {
        SnapshotAssembler assembler = recorded();
        Fixtures.files(Fixtures.datasphere().resolve("recorded-tenant/edmx"), ".xml")
                .forEach(
                        file -> assembler.metadata(new AssetId("DEMO_SPACE", name(file, ".xml")), Fixtures.read(file)));
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(snapshot.assets()).hasSize(5);
        assertThat(snapshot.complete()).isTrue();
        assertThat(snapshot.findings()).extracting(Finding::code).containsOnly("type-unresolved");
        assertThat(snapshot.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void recordedServicesAloneMakeTheSameColumns() {
        CatalogSnapshot defined = recorded().assemble();
        SnapshotAssembler assembler = new SnapshotAssembler("tenant", true, List.of("DEMO_SPACE"));
        Path file = Fixtures.datasphere().resolve("recorded-tenant/edmx/SAP.TIME.VIEW_DIMENSION_DAY.xml");
        AssetId day = new AssetId("DEMO_SPACE", "SAP.TIME.VIEW_DIMENSION_DAY");
        assembler.metadata(day, Fixtures.read(file));
        Dataset served = (Dataset) assembler.assemble().assets().get(0);
        Dataset designed = (Dataset) defined.assets().stream()
                .filter(asset -> asset.id().equals(day))
                .findFirst()
                .orElseThrow();
        assertThat(served.columns())
                .extracting(Column::name, Column::type, Column::key, Column::label)
                .containsExactlyInAnyOrderElementsOf(designed.columns().stream()
                        .map(column -> tuple(column.name(), column.type(), column.key(), column.label()))
                        .toList());
        assertThat(served.shape().hierarchies()).isEqualTo(designed.shape().hierarchies());
        assertThat(served.head().business().label()).isEqualTo("Time Dimension - Day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relational", "analytical"})
    void readsBothShapesOfServices(String plane) {
        SnapshotAssembler assembler = new SnapshotAssembler("tenant", true, List.of());
        String file = "shape-samples/odata_v4_" + plane + "_ORDER_LINES.xml";
        assembler.metadata(
                new AssetId("S", "ORDER_LINES"),
                Fixtures.read(Fixtures.datasphere().resolve(file)));
        Dataset dataset = (Dataset) assembler.assemble().assets().get(0);
        assertThat(dataset.columns()).hasSize(18);
        assertThat(dataset.columns().stream().filter(column -> column.label() != null))
                .hasSize(12);
        assertThat(dataset.kind()).isEqualTo(plane.equals("analytical") ? AssetKind.ANALYTIC_MODEL : AssetKind.VIEW);
    }

    @Test
    void wholeFoldersAssembleIntoOneSnapshot() {
        SnapshotAssembler assembler = new SnapshotAssembler("tenant", true, List.of());
        Path root = Fixtures.datasphere();
        Set<AssetId> expected = new HashSet<>();
        forEachExport((file, document) -> {
            String space = root.relativize(file).getName(0).toString();
            assembler.definition(space, null, null, document);
            countedColumns(document).keySet().forEach(name -> expected.add(new AssetId(space, name)));
        });
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(snapshot.assets()).extracting(Asset::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(snapshot.findings())
                .extracting(Finding::code)
                .containsOnly("definition-differs", "service-skipped", "type-unresolved");
    }
}
