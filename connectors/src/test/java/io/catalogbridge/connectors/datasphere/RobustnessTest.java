package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.RetrySettings;
import io.catalogbridge.connectors.sandbox.datasphere.ChangeStep;
import io.catalogbridge.connectors.sandbox.datasphere.DatasphereOptions;
import io.catalogbridge.connectors.sandbox.http.Fault;
import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.testing.RecordedProgress;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Everything that tenants were seen to do, one test each; undisturbed, it is what they are compared with. */
@Timeout(180)
class RobustnessTest {

    private static final CatalogSnapshot UNDISTURBED = undisturbed();
    private static final String SPACE = "SALES";

    @Test
    void theDemoTenantIsCompleteAtItsBest() {
        try (ServedTenant tenant = ServedTenant.demo()) {
            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.gaps()).isEmpty();
            assertThat(snapshot.assets()).hasSizeGreaterThan(120);
            assertThat(UNDISTURBED.gaps()).isEmpty();
        }
    }

    @Test
    void pagesForPeopleInPlaceOfAListMakeAGap() {
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            tenant.script()
                    .onEvery(
                            "GET views list",
                            call -> call.path().contains("/" + SPACE + "/"),
                            new Fault.Answered(HttpAnswer.html(200, "<html><body>Log on</body></html>")));

            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.gaps())
                    .extracting(Gap::subject)
                    .contains("datasphere:" + SPACE)
                    .allMatch(subject -> subject.startsWith("datasphere:" + SPACE));
            assertThat(snapshot.gaps()).anyMatch(gap -> gap.reason().contains("login page"));
            assertThat(idsOutside(SPACE, snapshot)).isEqualTo(idsOutside(SPACE, UNDISTURBED));
        }
    }

    @Test
    void bareArraysFromTheCatalogAreReadLikeEnvelopes() {
        try (ServedTenant tenant = withOptions(DatasphereOptions::withBareArrays)) {
            assertThat(tenant.discover()).isEqualTo(UNDISTURBED);
        }
    }

    @Test
    void aTenantWithTheOldCatalogAddressOnlyIsReadThere() {
        try (ServedTenant tenant = withOptions(DatasphereOptions::withoutCurrentPrefix)) {
            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.gaps()).isEmpty();
            assertThat(snapshot.assets()).isEqualTo(UNDISTURBED.assets());
        }
    }

    @Test
    void aTenantWithoutTheOldCatalogAddressIsReadAtTheNew() {
        try (ServedTenant tenant = withOptions(DatasphereOptions::withoutOldPrefix)) {
            assertThat(tenant.discover()).isEqualTo(UNDISTURBED);
        }
    }

    @Test
    void aTenantThatDoesNotServeSpacesOneByOneIsAskedForTheirAssetsByFilter() {
        DiscoveryScope scope = DiscoveryScope.of(List.of(SPACE));
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            CatalogSnapshot served = tenant.source().discover(scope, Progress.NONE);
            tenant.script()
                    .onEvery(
                            "GET catalog/assets",
                            call -> call.path().contains("/spaces("),
                            new Fault.Answered(HttpAnswer.json(404, "{}")));

            assertThat(tenant.source().discover(scope, Progress.NONE)).isEqualTo(served);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 25})
    void pagesOfAnyLengthLoseNothing(int pageSize) {
        try (ServedTenant tenant =
                ServedTenant.twoSpaces(UnaryOperator.identity(), faults -> faults.withPageSize(pageSize))) {
            assertThat(tenant.discover()).isEqualTo(UNDISTURBED);
        }
    }

    @Test
    void throttlingServerErrorsAndDisconnectsAreSurvived() {
        try (ServedTenant tenant = ServedTenant.twoSpaces(
                UnaryOperator.identity(),
                faults -> faults.withThrottleRate(0.3).withErrorRate(0.05).withDisconnectRate(0.05))) {
            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.gaps()).isEmpty();
            assertThat(snapshot.assets()).hasSameSizeAs(UNDISTURBED.assets());
            assertThat(tenant.source().rateState().throttled()).isPositive();
        }
    }

    @Test
    void aServersOwnLimitIsMetByWaitingAsLongAsItAsks() {
        try (ServedTenant tenant =
                ServedTenant.twoSpaces(UnaryOperator.identity(), faults -> faults.withRequestsPerMinute(80))) {
            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot).isEqualTo(UNDISTURBED);
            assertThat(tenant.source().calls().total()).isGreaterThan(80);
            assertThat(tenant.time().passed()).isGreaterThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void anObjectThatStaysBrokenIsAGapThatNamesTheCorrelationId() {
        AssetId broken = tables(SPACE).get(0);
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            tenant.script()
                    .onEvery(
                            "GET localtables read",
                            call -> call.segments().contains(broken.name()),
                            new Fault.Failed());

            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.subject()).isEqualTo(broken.text());
                assertThat(gap.reason()).containsPattern("correlation id [0-9a-f]{32}");
            });
        }
    }

    @Test
    void aSpaceThatWeAreNoMemberOfIsAGap() {
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            tenant.script()
                    .onEvery(
                            "GET localtables list",
                            call -> call.path().contains("/" + SPACE + "/"),
                            new Fault.Answered(HttpAnswer.empty(403)));

            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.gaps()).extracting(Gap::subject).contains("datasphere:" + SPACE);
            assertThat(tenant.sandbox().datasphereCalls().count("GET views list"))
                    .isLessThan(UNDISTURBED.spaces().size() + 2L);
        }
    }

    @Test
    void aSpaceThatIsHiddenFromUsIsSimplyNotThere() {
        try (ServedTenant tenant = ServedTenant.setUp(config -> config.withHiddenSpaces(Set.of(SPACE)))) {
            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.space(SPACE)).isEmpty();
        }
    }

    @Test
    void aSpaceThatClosesBetweenListAndReadLeavesGapsAndThePartialRest() {
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            List.of(
                            "localtables",
                            "remotetables",
                            "views",
                            "analyticmodels",
                            "dataflows",
                            "replicationflows",
                            "transformationflows",
                            "taskchains")
                    .forEach(segment -> tenant.script()
                            .onEvery(
                                    "GET " + segment + " read",
                                    call -> call.path().contains("/" + SPACE + "/"),
                                    new Fault.Answered(HttpAnswer.empty(403))));

            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.complete()).isFalse();
            assertThat(snapshot.gaps())
                    .extracting(Gap::subject)
                    .containsAll(tables(SPACE).stream().map(AssetId::text).toList())
                    .allMatch(subject -> subject.startsWith("datasphere:" + SPACE));
            assertThat(idsOutside(SPACE, snapshot)).isEqualTo(idsOutside(SPACE, UNDISTURBED));
        }
    }

    @Test
    void anObjectThatVanishesBetweenListAndReadIsAGap() {
        AssetId gone = tables(SPACE).get(0);
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            tenant.script()
                    .onEvery(
                            "GET localtables read",
                            call -> call.segments().contains(gone.name()),
                            new Fault.Answered(HttpAnswer.json(404, "{}")));

            assertThat(tenant.discover().gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.subject()).isEqualTo(gone.text());
                assertThat(gap.reason()).contains("vanished");
            });
        }
    }

    @Test
    void anObjectListedUnderTheWrongTypeIsFoundUnderItsSibling() {
        AssetId view = UNDISTURBED.assets().stream()
                .map(Asset::id)
                .filter(id -> id.name().equals("SAP.TIME.VIEW_DIMENSION_MONTH"))
                .findFirst()
                .orElseThrow();
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            tenant.script()
                    .onEvery(
                            "GET analyticmodels list",
                            call -> call.path().contains("/SAP_CONTENT/"),
                            new Fault.Answered(HttpAnswer.json(200, "[{\"technicalName\":\"" + view.name() + "\"}]")));

            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.assets()).extracting(Asset::id).contains(view);
            assertThat(snapshot.gaps()).isEmpty();
        }
    }

    @Test
    void truncatedDefinitionsAreReadAgain() {
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            tenant.script()
                    .on("GET views read", 3, new Fault.Truncated())
                    .on("GET views read", 9, new Fault.Truncated());

            assertThat(tenant.discover()).isEqualTo(UNDISTURBED);
        }
    }

    @Test
    void brokenMetadataIsReadAgain() {
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            tenant.script()
                    .on("GET relational/$metadata", 2, new Fault.Truncated())
                    .on("GET relational/$metadata", 5, new Fault.Disconnected());

            assertThat(tenant.discover()).isEqualTo(UNDISTURBED);
        }
    }

    @Test
    void aTokenThatExpiresMidRunIsRenewed() {
        Duration lifetime = Duration.ofMinutes(10);
        AtomicInteger reads = new AtomicInteger();
        try (ServedTenant tenant =
                ServedTenant.twoSpaces(UnaryOperator.identity(), faults -> faults.withTokenLifetime(lifetime))) {
            tenant.script()
                    .onEvery(
                            "GET views read",
                            call -> {
                                if (reads.incrementAndGet() == 5) {
                                    tenant.time().advance(lifetime);
                                }
                                return false;
                            },
                            new Fault.Failed());

            assertThat(tenant.discover()).isEqualTo(UNDISTURBED);
            assertThat(tenant.source().calls().byOperation()).containsEntry("token", 2L);
        }
    }

    @Test
    void tokensThatAreRefusedBeforeTheirTimeAreRenewedOnce() {
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            HttpAnswer unauthorized = HttpAnswer.json(401, "{\"error\":\"unauthorized\"}");
            tenant.script().on("GET views read", 5, new Fault.Answered(unauthorized));

            assertThat(tenant.discover()).isEqualTo(UNDISTURBED);
            assertThat(tenant.source().calls().byOperation()).containsEntry("token", 2L);
        }
    }

    @Test
    void wrongCredentialsAreAnErrorNotAnEmptyTenant() {
        try (ServedTenant tenant = ServedTenant.demo()) {
            tenant.script()
                    .onEvery(
                            "POST oauth/token",
                            new Fault.Answered(HttpAnswer.json(401, "{\"error\":\"invalid_client\"}")));

            ConnectorException error = catchThrowableOfType(ConnectorException.class, tenant::discover);

            assertThat(error.kind()).isEqualTo(ErrorKind.AUTH);
            assertThat(error.remedy()).isNotBlank();
        }
    }

    @Test
    void aClientForApiAccessOnlyIsToldToBeATechnicalUser() {
        try (ServedTenant tenant = withOptions(DatasphereOptions::withApiAccessOnly)) {
            ConnectorException error = catchThrowableOfType(ConnectorException.class, tenant::discover);

            assertThat(error.kind()).isEqualTo(ErrorKind.FORBIDDEN);
            assertThat(error.remedy()).contains("Technical User");
        }
    }

    @Test
    void aTenantThatFallsSilentIsNotAskedAThousandTimes() {
        try (ServedTenant tenant = ServedTenant.demo()) {
            Fault silent = new Fault.Answered(HttpAnswer.json(503, "{}"));
            List.of(
                            "localtables",
                            "remotetables",
                            "views",
                            "analyticmodels",
                            "dataflows",
                            "replicationflows",
                            "transformationflows",
                            "taskchains")
                    .forEach(segment -> tenant.script().onEvery("GET " + segment + " read", silent));

            CatalogSnapshot snapshot = tenant.discover();

            assertThat(snapshot.gaps()).hasSizeGreaterThan(100);
            long tolerated = 25L + CallLimits.DEFAULT.concurrency();
            assertThat(tenant.source().calls().byOperation().get("object"))
                    .isLessThanOrEqualTo(tolerated * RetrySettings.DEFAULT.faultAttempts());
        }
    }

    @Test
    void aCancelledRunKeepsWhatItReadAndSaysThatItIsNotAll() {
        try (ServedTenant patient = ServedTenant.demo();
                ServedTenant tenant = ServedTenant.demo()) {
            RecordedProgress whole = new RecordedProgress();
            patient.source().discover(DiscoveryScope.ALL, whole);
            Progress impatient = new RecordedProgress().cancelledAfter(whole.steps() / 2);

            CatalogSnapshot snapshot = tenant.source().discover(DiscoveryScope.ALL, impatient);

            assertThat(snapshot.complete()).isFalse();
            long spared =
                    patient.source().calls().total() - tenant.source().calls().total();
            assertThat(spared).isGreaterThanOrEqualTo(whole.steps() / 2 - 2L * CallLimits.DEFAULT.concurrency());
        }
    }

    @Test
    void oneBrokenViewCostsAFindingAndNoGap() {
        assertThat(UNDISTURBED.findings())
                .filteredOn(finding -> finding.code().equals("metadata-not-served"))
                .extracting(Finding::subject)
                .containsExactly("datasphere:SALES/ORDER_HISTORY");
        assertThat(UNDISTURBED.assets())
                .extracting(asset -> asset.id().text())
                .contains("datasphere:SALES/ORDER_HISTORY");
    }

    @Test
    void whatIsDeletedBetweenRunsIsGoneWithoutAGap() {
        AssetId deleted = tables(SPACE).get(0);
        try (ServedTenant tenant = ServedTenant.twoSpaces(new RememberingCache())) {
            tenant.discover();
            tenant.change(ChangeStep.delete(deleted.space(), deleted.name()));

            CatalogSnapshot after = tenant.discover();

            assertThat(after.complete()).isTrue();
            assertThat(after.assets()).extracting(Asset::id).doesNotContain(deleted);
        }
    }

    @Test
    void keepsTheTenantsOwnDescriptionOfItsInterfaces(@TempDir Path folder) {
        try (ServedTenant tenant = ServedTenant.configured(config -> config.withDiagnosticsFolder(folder))) {
            tenant.discover();

            assertThat(folder.resolve("datasphere-discovery.json")).content().contains("openapi");
            assertThat(tenant.source().discoveryDocument().path("openapi").asString())
                    .isNotEmpty();
        }
    }

    private static ServedTenant withOptions(UnaryOperator<DatasphereOptions> options) {
        return ServedTenant.twoSpaces(
                config -> config.withDatasphereOptions(options.apply(DatasphereOptions.standard())),
                UnaryOperator.identity());
    }

    private static List<AssetId> tables(String space) {
        return UNDISTURBED.assets().stream()
                .filter(asset -> asset instanceof Dataset.LocalTable)
                .map(Asset::id)
                .filter(id -> id.space().equals(space))
                .toList();
    }

    private static List<AssetId> idsOutside(String space, CatalogSnapshot snapshot) {
        return snapshot.assets().stream()
                .map(Asset::id)
                .filter(id -> !id.space().equals(space))
                .toList();
    }

    private static CatalogSnapshot undisturbed() {
        try (ServedTenant tenant = ServedTenant.twoSpaces()) {
            return tenant.discover();
        }
    }
}
