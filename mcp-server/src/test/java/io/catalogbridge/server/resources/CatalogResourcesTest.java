package io.catalogbridge.server.resources;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.mapping.testing.DatasetBuilder;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.surface.TestingScope;
import io.catalogbridge.server.tools.TestingBridge;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.catalogbridge.mapping.testing.Assets.decimal;
import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Assets, spaces, tables and databases as resources, and completion of their names. */
class CatalogResourcesTest {

    private static final String ASSETS = "datasphere://{space}/{asset}";
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

    private List<ResourceFamily> families() {
        return ResourceSet.of(bridge.context(WritePermission.ALLOWED));
    }

    private Optional<ResourceContents> read(String uri) {
        return families().stream()
                .map(family -> family.read(uri, TestingScope.SCOPE))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private JsonNode json(String uri) {
        ResourceContents contents = read(uri).orElseThrow();
        assertThat(contents.uri()).isEqualTo(uri);
        assertThat(contents.mimeType()).isEqualTo("application/json");
        return JSON.readTree(contents.body());
    }

    private Completion complete(String template, String variable, String typed, Map<String, String> chosen) {
        return families().stream()
                .filter(family -> family.templates().stream()
                        .map(TemplateDefinition::uriTemplate)
                        .anyMatch(template::equals))
                .findFirst()
                .orElseThrow()
                .complete(template, variable, typed, chosen);
    }

    private static DatasetBuilder orders(String space, String name) {
        return Assets.table(space, name)
                .label("Open orders")
                .column("NET", decimal(15, 2))
                .labelled("Net amount");
    }

    @Test
    void showsEverythingKnownAboutAnAsset() {
        bridge.tenant(orders("SALES", "Orders.Open").build()).discovered();

        JsonNode asset = json("datasphere://SALES/Orders.Open");

        assertThat(asset.get("id").asString()).isEqualTo("datasphere:SALES/Orders.Open");
        assertThat(asset.get("label").asString()).isEqualTo("Open orders");
        assertThat(asset.get("counterpart").asString()).isEqualTo("glue:datasphere_sales_dog/orders_open");
        assertThat(asset.at("/columns/0/label").asString()).isEqualTo("Net amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Orders.Open", "Open orders", "a/b", "a#b?c", "100%", "S4\u007fVBAK", "Größe ∞", "a+b", "*", "."
            })
    void findsAssetsWhateverTheirName(String name) {
        bridge.tenant(orders("SALES", name).build()).discovered();

        assertThat(json("datasphere://SALES/" + ResourceUri.encode(name))
                        .get("name")
                        .asString())
                .isEqualTo(name);
    }

    @Test
    void takesASlashInANameUnencodedToo() {
        bridge.tenant(orders("SALES", "a/b").build()).discovered();

        assertThat(json("datasphere://SALES/a/b").get("name").asString()).isEqualTo("a/b");
    }

    @Test
    void showsASpaceWithWhatItHolds() {
        bridge.tenant(orders("SALES", "A/1").build(), orders("SALES", "B").build())
                .discovered();

        JsonNode space = json("datasphere://SALES");

        assertThat(space.get("kind").asString()).isEqualTo("space");
        assertThat(space.get("total").asInt()).isEqualTo(2);
        assertThat(space.at("/items/0/uri").asString()).isEqualTo("datasphere://SALES/A%2F1");
        assertThat(space.has("more")).isFalse();
    }

    @Test
    void namesTheFirstOfManyAndWhereTheOthersAre() {
        bridge.tenant(IntStream.range(0, 250)
                        .mapToObj(number ->
                                orders("SALES", "T%03d".formatted(number)).build())
                        .toArray(Asset[]::new))
                .discovered();

        JsonNode space = json("datasphere://SALES");

        assertThat(space.get("items").size()).isEqualTo(200);
        assertThat(space.get("total").asInt()).isEqualTo(250);
        assertThat(space.get("more").asString()).contains("get_mappings", "datasphere:SALES");
    }

    @Test
    void showsTablesAndDatabasesInAnyCase() {
        bridge.tenant(orders("SALES", "ORDERS").build()).discovered();

        assertThat(json("glue://DATASPHERE_SALES_DOG/Orders")
                        .at("/columns/0/type")
                        .asString())
                .isEqualTo("decimal(15,2)");
        assertThat(json("glue://datasphere_sales_dog").at("/items/0/uri").asString())
                .isEqualTo("glue://datasphere_sales_dog/orders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasphere://SALES/NOWHERE",
                "datasphere://NOWHERE",
                "datasphere://",
                "datasphere:///ORDERS",
                "datasphere://SALES/",
                "datasphere://SALES/%zz",
                "datasphere://sales/orders",
                "datasphere://SAL%2FES/ORDERS",
                "glue://nowhere/orders",
                "glue:///",
                "sync://runs/run-x",
                "sync://plans/plan-x",
                "sync://plans/plan-x/changes",
                "sync://plans/",
                "mapping://other",
                "ui://catalog-bridge/other",
                "file:///etc/passwd",
                ""
            })
    void knowsNothingElse(String uri) {
        bridge.tenant(orders("SALES", "ORDERS").build()).discovered();

        assertThat(read(uri)).isEmpty();
    }

    @Test
    void keepsATableOfTenThousandColumnsWithinItsSize() {
        DatasetBuilder wide = Assets.table("SALES", "WIDE");
        for (int number = 0; number < 10_000; number++) {
            wide = wide.column("COLUMN_%05d".formatted(number), text(10)).labelled("Ein längerer Name, Nr. " + number);
        }
        bridge.tenant(wide.build()).discovered();

        for (String uri : List.of("datasphere://SALES/WIDE", "glue://datasphere_sales_dog/wide")) {
            JsonNode asset = json(uri);
            assertThat(read(uri).orElseThrow().body().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThan(200_000);
            assertThat(asset.get("columns").size()).isGreaterThan(100);
            assertThat(asset.at("/truncated/shown/columns").asString()).endsWith(" of 10000");
            assertThat(asset.at("/truncated/rest").asString()).contains("catalog-bridge show");
        }
    }

    @Test
    void listsRulesSpacesAndDatabasesInOneOrder() {
        bridge.tenant(orders("SALES", "ORDERS").build(), orders("HR", "PEOPLE").build())
                .discovered();

        assertThat(families().stream().flatMap(family -> family.listed().stream()))
                .extracting(ResourceDefinition::uri)
                .filteredOn(uri -> !uri.startsWith("sync:"))
                .containsExactly(
                        "mapping://rules",
                        "datasphere://HR",
                        "datasphere://SALES",
                        "glue://datasphere_hr_dog",
                        "glue://datasphere_sales_dog",
                        "ui://catalog-bridge/plan");
    }

    @Test
    void listsFewBeforeAnythingIsDiscovered() {
        assertThat(families().stream().flatMap(family -> family.listed().stream()))
                .extracting(ResourceDefinition::uri)
                .containsExactly("mapping://rules", "ui://catalog-bridge/plan");
    }

    @Test
    void tellsTheRulesInForce() {
        JsonNode rules = json("mapping://rules");

        assertThat(rules.get("databasePattern").asString()).isEqualTo("datasphere_{space}_{env}");
        assertThat(rules.get("environment").asString()).isEqualTo("dog");
        assertThat(rules.has("jobs")).isFalse();
    }

    @Test
    void completesNamesWithBeginningsFirst() {
        bridge.tenant(
                        orders("SALES", "OPEN_ORDERS").build(),
                        orders("SALES", "ORDERS").build(),
                        orders("SALES", "ordering").build(),
                        orders("SALES", "PEOPLE").build(),
                        orders("HR", "ORDERS").build())
                .discovered();

        assertThat(complete(ASSETS, "asset", "Ord", Map.of("space", "SALES")))
                .isEqualTo(new Completion(List.of("ORDERS", "ordering", "OPEN_ORDERS"), 3));
        assertThat(complete(ASSETS, "asset", "ord", Map.of())).satisfies(all -> {
            assertThat(all.values()).containsExactly("ORDERS", "ordering", "OPEN_ORDERS");
            assertThat(all.more()).isFalse();
        });
        assertThat(complete(ASSETS, "space", "s", Map.of()).values()).containsExactly("SALES");
        assertThat(complete("datasphere://{space}", "space", "", Map.of()).values())
                .containsExactly("HR", "SALES");
        assertThat(complete("glue://{database}/{table}", "database", "hr", Map.of())
                        .values())
                .containsExactly("datasphere_hr_dog");
        assertThat(complete("glue://{database}/{table}", "table", "ORD", Map.of("database", "Datasphere_Sales_Dog"))
                        .values())
                .containsExactly("ordering", "orders", "open_orders");
        assertThat(complete(ASSETS, "asset", "ord", Map.of("space", "NOWHERE")).values())
                .isEmpty();
        assertThat(complete(ASSETS, "other", "ord", Map.of())).isEqualTo(Completion.NONE);
    }

    @Test
    void completesNamesThatAreSpeltDifferentlyInIdentifiers() {
        bridge.tenant(
                        orders("SALES", "100% sure #1").build(),
                        orders("SALES", "GRÖSSE").build())
                .discovered();

        assertThat(complete(ASSETS, "asset", "100%", Map.of("space", "SALES")).values())
                .containsExactly("100% sure #1");
        assertThat(complete(ASSETS, "asset", "grÖ", Map.of("space", "SALES")).values())
                .containsExactly("GRÖSSE");
        assertThat(complete(ASSETS, "asset", "_", Map.of("space", "SALES")).values())
                .isEmpty();
    }

    @Test
    void completesWithAHundredNamesAndTellsHowManyThereAre() {
        bridge.tenant(IntStream.range(0, 130)
                        .mapToObj(number ->
                                orders("SALES", "T%03d".formatted(number)).build())
                        .toArray(Asset[]::new))
                .discovered();

        Completion all = complete(ASSETS, "asset", "", Map.of("space", "SALES"));

        assertThat(all.values()).hasSize(100);
        assertThat(all.total()).isEqualTo(130);
        assertThat(all.more()).isTrue();
    }
}
