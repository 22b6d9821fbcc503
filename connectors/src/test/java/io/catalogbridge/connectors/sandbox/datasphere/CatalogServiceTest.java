package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.Faults;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogServiceTest {

    private static final String CATALOG = "/api/v1/datasphere/consumption/catalog";
    private static final String OLD_CATALOG = "/api/v1/dwc/catalog";
    /** 1,800 assets in four spaces, 540 of them exposed. */
    private static final int ASSETS = 1800;

    private TestingTenant tenant;

    @BeforeEach
    void serve() throws IOException {
        tenant = TestingTenant.serving(generated(Set.of()));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void serverPagesHoldFiveHundredAndLinkToTheRest() {
        JsonNode first = tenant.json(CATALOG + "/assets");
        URI next = URI.create(tenant.origin() + CATALOG + "/assets")
                .resolve(first.path("@odata.nextLink").asString());
        JsonNode second = tenant.json(next.toString().substring(tenant.origin().length()));

        assertThat(first.path("value")).hasSize(500);
        assertThat(second.path("value")).hasSize(40);
        assertThat(second.has("@odata.nextLink")).isFalse();
        assertThat(names(first)).doesNotContainAnyElementsOf(names(second));
    }

    @Test
    void clientPagingIsCutSilentlyAndNeverLinked() {
        JsonNode page = tenant.json(CATALOG + "/assets?$top=1000&$skip=10");

        assertThat(page.path("value")).hasSize(500);
        assertThat(page.has("@odata.nextLink")).isFalse();
        assertThat(names(page)).isEqualTo(names(tenant.json(CATALOG + "/assets?$skip=10")));
    }

    @Test
    void skippingWalksOverEveryAssetOnce() {
        List<String> walked = new ArrayList<>();
        JsonNode page;
        do {
            page = tenant.json(CATALOG + "/assets?$top=200&$skip=" + walked.size());
            walked.addAll(names(page));
        } while (page.path("value").size() == 200);

        assertThat(walked).hasSize(540).doesNotHaveDuplicates();
    }

    @Test
    void filtersSelectsCountsAndOrders() {
        JsonNode answer = tenant.json(CATALOG
                + "/assets?$filter=spaceName%20eq%20'GEN_00001'%20and%20supportsAnalyticalQueries%20eq%20true"
                + "&$select=name,spaceName&$count=true&$orderby=name%20desc&$top=2");

        assertThat(answer.path("@odata.count").asInt()).isEqualTo(50);
        assertThat(answer.path("value").path(0).propertyNames()).containsExactly("name", "spaceName");
        assertThat(names(answer)).containsExactly("GEN_00001/MODEL_00497", "GEN_00001/MODEL_00487");
    }

    @Test
    void unknownPropertiesAndMalformedOptionsAreBadRequests() {
        for (String options : List.of(
                "$filter=exposedForConsumption%20eq%20true", "$filter=name", "$select=owner", "$top=x", "$orderby=z")) {
            assertThat(tenant.get(CATALOG + "/assets?" + options).statusCode())
                    .as(options)
                    .isEqualTo(400);
        }
    }

    @Test
    void singleEntitiesAndNavigationWork() {
        assertThat(tenant.json(CATALOG + "/spaces('GEN_00000')").path("label").asString())
                .isEqualTo("Generated GEN_00000");
        assertThat(tenant.json(CATALOG + "/spaces('GEN_00000')/assets").path("value"))
                .hasSize(150);
        assertThat(tenant.json(CATALOG + "/spaces('GEN_00000')/assets('VIEW_00004')")
                        .path("name")
                        .asString())
                .isEqualTo("VIEW_00004");
        assertThat(tenant.json(CATALOG + "/assets(spaceName='GEN_00000',name='VIEW_00004')")
                        .path("spaceName")
                        .asString())
                .isEqualTo("GEN_00000");
        assertThat(tenant.get(CATALOG + "/search").statusCode()).isEqualTo(404);
        assertThat(tenant.get(CATALOG + "/assets(spaceName='GEN_00000',name='TABLE_00000')")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void describesItself() {
        EdmxReading metadata = EdmxReading.of(tenant.get(CATALOG + "/$metadata").body());

        assertThat(metadata.entitySets()).containsExactly("spaces", "assets");
        assertThat(names(tenant.json(CATALOG), "url")).containsExactly("spaces", "assets");
    }

    @Test
    void bothPrefixesServeTheSameAssetsUntilOneIsSwitchedOff() throws IOException {
        assertThat(names(tenant.json(OLD_CATALOG + "/assets"))).isEqualTo(names(tenant.json(CATALOG + "/assets")));
        try (TestingTenant modern = serving(DatasphereOptions::withoutOldPrefix, Faults.none());
                TestingTenant ancient = serving(DatasphereOptions::withoutCurrentPrefix, Faults.none())) {
            assertThat(modern.get(OLD_CATALOG + "/spaces").statusCode()).isEqualTo(404);
            assertThat(ancient.get(CATALOG + "/spaces").statusCode()).isEqualTo(404);
            assertThat(modern.json(CATALOG + "/assets").toString()).doesNotContain("/dwc/");
            assertThat(ancient.json(OLD_CATALOG + "/assets").toString()).doesNotContain("/datasphere/");
        }
    }

    @Test
    void bareArraysHaveNoEnvelope() throws IOException {
        try (TestingTenant bare = serving(DatasphereOptions::withBareArrays, Faults.none())) {
            assertThat(bare.json(CATALOG + "/spaces").isArray()).isTrue();
            assertThat(bare.json(CATALOG + "/assets?$skip=500")).hasSize(40);
        }
    }

    @Test
    void smallerServerPagesAreLinkedAsWell() throws IOException {
        try (TestingTenant small =
                serving(UnaryOperator.identity(), Faults.none().withPageSize(3))) {
            JsonNode spaces = small.json(CATALOG + "/spaces");

            assertThat(spaces.path("value")).hasSize(3);
            assertThat(spaces.path("@odata.nextLink").asString()).isEqualTo("spaces?$skiptoken=3");
        }
    }

    @Test
    void spacesOfOthersAreInvisible() throws IOException {
        try (TestingTenant member = TestingTenant.serving(generated(Set.of("GEN_00001")))) {
            assertThat(names(member.json(CATALOG + "/spaces"), "name"))
                    .containsExactly("GEN_00000", "GEN_00002", "GEN_00003");
            assertThat(names(member.json(CATALOG + "/assets"))).noneMatch(name -> name.startsWith("GEN_00001"));
            assertThat(member.get(CATALOG + "/spaces('GEN_00001')/assets").statusCode())
                    .isEqualTo(404);
        }
    }

    private static TestingTenant serving(UnaryOperator<DatasphereOptions> options, Faults faults) throws IOException {
        return TestingTenant.serving(generated(Set.of()), options, faults, Clock.systemUTC());
    }

    private static Tenant generated(Set<String> hidden) throws IOException {
        return Tenant.generated(5, ASSETS, null, Clock.systemUTC(), hidden);
    }

    private static List<String> names(JsonNode page) {
        return page.path("value")
                .valueStream()
                .map(asset -> asset.path("spaceName").asString() + "/"
                        + asset.path("name").asString())
                .toList();
    }

    private static List<String> names(JsonNode page, String property) {
        return page.path("value")
                .valueStream()
                .map(entry -> entry.path(property).asString())
                .toList();
    }
}
