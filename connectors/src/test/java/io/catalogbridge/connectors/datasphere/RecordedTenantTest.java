package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.testing.SharedFixtures;
import io.catalogbridge.connectors.testing.SourceContract;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A live tenant's recorded answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedTenantTest extends SourceContract {

    private static final String PREFIX = "datasphere:" + RecordedTenant.SPACE + "/";

    private final RecordedTenant tenant = new RecordedTenant();

    @Override
    protected CatalogSource open() {
        return tenant.source();
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @Test
    void findsWhatWasRecordedAndNamesWhatWasNot() {
        CatalogSnapshot snapshot = discover();

        assertThat(snapshot.assets())
                .extracting(asset -> asset.id().name(), Asset::kind)
                .containsExactlyInAnyOrder(
                        tuple("SAP.TIME.M_TIME_DIMENSION", AssetKind.LOCAL_TABLE),
                        tuple("SAP.TIME.M_TIME_DIMENSION_TMONTH", AssetKind.LOCAL_TABLE),
                        tuple("SAP.TIME.VIEW_DIMENSION_DAY", AssetKind.VIEW),
                        tuple("SAP.TIME.VIEW_DIMENSION_MONTH", AssetKind.VIEW),
                        tuple("Test_Analytic_Model", AssetKind.ANALYTIC_MODEL));
        assertThat(snapshot.gaps())
                .extracting(Gap::subject)
                .containsExactly(
                        PREFIX + "SAP.TIME.M_TIME_DIMENSION_TDAY",
                        PREFIX + "SAP.TIME.M_TIME_DIMENSION_TQUARTER",
                        PREFIX + "SAP.TIME.VIEW_DIMENSION_QUARTER",
                        PREFIX + "SAP.TIME.VIEW_DIMENSION_YEAR");
    }

    @Test
    void findsEveryColumnOfEveryDefinition() {
        CatalogSnapshot snapshot = discover();

        for (Asset asset : snapshot.assets()) {
            assertThat(asset)
                    .isInstanceOfSatisfying(
                            Dataset.class,
                            dataset -> assertThat(dataset.columns())
                                    .extracting(Column::name)
                                    .containsExactlyInAnyOrderElementsOf(recordedColumns(asset)));
        }
    }

    @Test
    void keepsWhatTheCatalogSays() {
        CatalogSnapshot snapshot = discover();

        assertThat(snapshot.spaces()).singleElement().satisfies(space -> {
            assertThat(space.connections()).hasSize(8).contains(new Space.Connection("MSSQL_1", "MSSQL", "MSSQL"));
        });
        assertThat(snapshot.assets())
                .filteredOn(asset -> asset.head().exposure().relational())
                .hasSize(2);
        assertThat(snapshot.assets())
                .filteredOn(asset -> asset.head().exposure().analytical())
                .extracting(asset -> asset.head().title())
                .containsExactly("Test Analytic Model");
    }

    @Test
    void asksThisTenantAlthoughTheRecordedLinksNameAnotherHost() {
        discover();

        tenant.server()
                .wire()
                .verify(getRequestedFor(urlPathEqualTo(
                                "/api/v1/dwc/consumption/relational/DEMO_SPACE/SAP.TIME.VIEW_DIMENSION_DAY/$metadata"))
                        .withHeader("Accept", equalTo("application/xml")));
    }

    private CatalogSnapshot discover() {
        try (DatasphereSource source = tenant.source()) {
            return source.discover(DiscoveryScope.ALL, Progress.NONE);
        }
    }

    /** A plain count over the JSON: every element that is not an association. */
    private static List<String> recordedColumns(Asset asset) {
        JsonNode elements =
                recording(asset).path("definitions").path(asset.id().name()).path("elements");
        List<String> columns = new ArrayList<>();
        elements.propertyStream()
                .filter(element -> !element.getValue().path("type").asString("").equals("cds.Association"))
                .forEach(element -> columns.add(element.getKey()));
        return columns;
    }

    private static JsonNode recording(Asset asset) {
        String segment = switch (asset.kind()) {
            case LOCAL_TABLE -> "localtables";
            case VIEW -> "views";
            default -> "analyticmodels";
        };
        Path file = SharedFixtures.datasphere()
                .resolve("recorded-tenant")
                .resolve(segment)
                .resolve(asset.id().name() + ".json");
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }
}
