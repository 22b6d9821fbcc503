package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.RetrySettings;
import io.catalogbridge.connectors.sandbox.TenantChoice;
import io.catalogbridge.connectors.sandbox.datasphere.ChangeStep;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Exactly which calls a discovery makes. */
@Timeout(120)
class CallBudgetTest {

    /** The demo tenant has one exposed view that the tenant itself cannot describe. */
    private static final long RETRIES_OF_THE_BROKEN_VIEW = RetrySettings.DEFAULT.faultAttempts() - 1L;

    private final RememberingCache cache = new RememberingCache();

    @Test
    void firstRunReadsListsAndEveryDefinitionOnceAndMetadataOfWhatIsExposed() {
        try (ServedTenant tenant = ServedTenant.demo()) {
            CatalogSnapshot snapshot = tenant.discover();
            long defined = count(snapshot, asset -> asset.kind() != AssetKind.OTHER);
            long exposed = count(
                    snapshot,
                    asset -> asset.head().exposure().external()
                            && (asset.head().exposure().relational()
                                    || asset.head().exposure().analytical()));

            Map<String, Long> calls = tenant.callsOfDiscovery();

            assertThat(snapshot.gaps()).isEmpty();
            assertThat(calls)
                    .containsEntry("object", defined)
                    .containsEntry("metadata", exposed + RETRIES_OF_THE_BROKEN_VIEW)
                    .containsEntry("spaceDefinition", (long) snapshot.spaces().size())
                    .containsEntry("connections", (long) snapshot.spaces().size())
                    .containsEntry("spaces", 1L)
                    .containsEntry("catalogSpaces", 1L)
                    .containsEntry("catalogAssets", 1L)
                    .doesNotContainKeys("token", "discovery");
            assertThat(calls.get("list"))
                    .isBetween(
                            13L * snapshot.spaces().size(),
                            20L * snapshot.spaces().size());
        }
    }

    @Test
    void aKnownTenantCostsExactlyTheseCalls(@TempDir Path folder) throws IOException {
        write(folder, "a/orders.json", "`ORDERS`:{`kind`:`entity`,`elements`:{`ID`:{`type`:`cds.Integer`}}}");
        write(folder, "a/prices.json", "`PRICES`:{`kind`:`entity`,`elements`:{`ID`:{`type`:`cds.Integer`}}}");
        write(
                folder,
                "a/view.json",
                "`ORDERS_VIEW`:{`kind`:`entity`,`@DataWarehouse.consumption.external`:true,"
                        + "`elements`:{`ID`:{`type`:`cds.Integer`}},"
                        + "`query`:{`SELECT`:{`from`:{`ref`:[`ORDERS`]},`columns`:[{`ref`:[`ID`]}]}}}");
        write(folder, "b/stock.json", "`STOCK`:{`kind`:`entity`,`elements`:{`ID`:{`type`:`cds.Integer`}}}");
        try (ServedTenant tenant = ServedTenant.setUp(config -> config.withTenant(new TenantChoice.Folder(folder)))) {
            long listsOfBothSpaces = 2L * ObjectSegment.values().length;
            long oneListReadOn = 1;

            assertThat(tenant.discover().gaps()).isEmpty();
            assertThat(tenant.source().calls().byOperation())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "token", 1L,
                            "spaces", 1L,
                            "catalogSpaces", 1L,
                            "catalogAssets", 1L,
                            "spaceDefinition", 2L,
                            "connections", 2L,
                            "list", listsOfBothSpaces + oneListReadOn,
                            "object", 4L,
                            "metadata", 1L));
        }
    }

    @Test
    void countsWhatTheTenantCounts() {
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            tenant.discover();

            assertThat(tenant.source().calls().total())
                    .isEqualTo(tenant.sandbox().datasphereCalls().total());
        }
    }

    @Test
    void runWithoutChangesReadsListsOnly() {
        try (ServedTenant tenant = ServedTenant.demo(cache)) {
            CatalogSnapshot first = tenant.discover();
            Map<String, Long> firstCalls = tenant.source().calls().byOperation();

            Map<String, Long> calls = tenant.callsOfDiscovery();

            assertThat(calls)
                    .containsOnlyKeys(
                            "spaces", "catalogSpaces", "catalogAssets", "spaceDefinition", "connections", "list")
                    .containsEntry("list", firstCalls.get("list"));
            assertThat(tenant.discover()).isEqualTo(first);
        }
    }

    @Test
    void runAfterOneSaveReadsThatObjectOnly() {
        try (ServedTenant tenant = ServedTenant.twoSpaces(cache)) {
            Asset table = firstOfKind(tenant.discover(), AssetKind.LOCAL_TABLE);
            tenant.time().advance(Duration.ofMinutes(5));
            tenant.change(ChangeStep.label(table.id().space(), table.id().name(), "Renamed"));

            Map<String, Long> calls = tenant.callsOfDiscovery();

            assertThat(calls).containsEntry("object", 1L).doesNotContainKey("metadata");
            assertThat(tenant.discover().assets())
                    .filteredOn(asset -> asset.id().equals(table.id()))
                    .singleElement()
                    .satisfies(
                            asset -> assertThat(asset.head().business().label()).isEqualTo("Renamed"));
        }
    }

    @Test
    void aPartOfTheTenantCostsThatPartAndWhatItBuildsOn() {
        try (ServedTenant tenant = ServedTenant.demo()) {
            long all = tenant.discover().spaces().size();
            tenant.sandbox().datasphereCalls().reset();

            CatalogSnapshot part = tenant.source().discover(DiscoveryScope.of(List.of("SAP_CONTENT")), Progress.NONE);

            assertThat(part.gaps()).isEmpty();
            assertThat(tenant.sandbox().datasphereCalls().count("GET connections list"))
                    .isLessThan(all);
        }
    }

    @Test
    void aLargeTenantStaysWithinTwoCallsPerAsset() {
        try (ServedTenant tenant =
                ServedTenant.setUp(config -> config.withTenant(new TenantChoice.Generated(7, 600)))) {
            CatalogSnapshot snapshot = tenant.discover();
            Map<String, Long> calls = tenant.source().calls().byOperation();

            assertThat(snapshot.gaps()).isEmpty();
            assertThat(snapshot.assets()).hasSizeGreaterThanOrEqualTo(600);
            assertThat(calls.getOrDefault("object", 0L) + calls.getOrDefault("metadata", 0L))
                    .isLessThanOrEqualTo(2L * snapshot.assets().size());
        }
    }

    private static long count(CatalogSnapshot snapshot, Predicate<Asset> condition) {
        return snapshot.assets().stream().filter(condition).count();
    }

    private static Asset firstOfKind(CatalogSnapshot snapshot, AssetKind kind) {
        return snapshot.assets().stream()
                .filter(asset -> asset.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static void write(Path root, String path, String definition) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, ("{`definitions`:{" + definition + "}}").replace('`', '"'));
    }
}
