package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.datasphere.DoctorCheck.Verdict;
import io.catalogbridge.connectors.sandbox.http.Fault;
import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class DatasphereDoctorTest {

    private final ServedTenant tenant = ServedTenant.demo();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void findsEverythingWellWithTheDemoTenantButOurClock() {
        List<DoctorCheck> checks = tenant.source().doctor().examine();

        assertThat(checks)
                .filteredOn(check -> !check.name().equals("clock"))
                .hasSizeGreaterThan(8)
                .allMatch(check -> check.verdict() == Verdict.GOOD);
        assertThat(checks).extracting(DoctorCheck::name).contains("token", "discovery", "space SALES", "rate limit");
    }

    @Test
    void stopsAtATokenThatCannotBeHad() {
        tenant.script()
                .onEvery(
                        "POST oauth/token", new Fault.Answered(HttpAnswer.json(401, "{\"error\":\"invalid_client\"}")));

        assertThat(tenant.source().doctor().examine()).singleElement().satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(check.remedy()).contains("secret");
        });
    }

    @Test
    void namesTheSpaceThatIsClosedToUs() {
        tenant.script()
                .onEvery(
                        "GET localtables list",
                        call -> call.path().contains("/SALES/"),
                        new Fault.Answered(HttpAnswer.empty(403)));

        assertThat(tenant.source().doctor().memberships())
                .filteredOn(check -> check.verdict() == Verdict.FAILED)
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.name()).isEqualTo("space SALES");
                    assertThat(check.remedy()).isNotBlank();
                });
    }

    @Test
    void noticesThatTheClocksDisagree() {
        assertThat(clockCheck().verdict()).isEqualTo(Verdict.WARNING);
        assertThat(clockCheck().message()).contains("differ by");

        tenant.time().advance(Duration.between(tenant.time().clock().instant(), Instant.now()));

        assertThat(clockCheck().verdict()).isEqualTo(Verdict.GOOD);
    }

    @Test
    void noticesThatTheTenantMeansToEndWhatWeCall() {
        tenant.script()
                .on(
                        "GET discovery",
                        1,
                        new Fault.Answered(HttpAnswer.json(
                                200,
                                "{\"info\":{\"version\":\"1\"},\"paths\":{\"/dwaas-core/api/v1/spaces\":{\"get\":{"
                                        + "\"x-deprecated-with-wave\":\"2026.20\"}}}}")));

        assertThat(tenant.source().doctor().discovery())
                .filteredOn(check -> check.verdict() == Verdict.WARNING)
                .extracting(DoctorCheck::message)
                .anyMatch(message -> message.contains("/dwaas-core/api/v1/spaces") && message.contains("2026.20"));
    }

    @Test
    void noticesThatTheTenantHasSlowedUsDown() {
        tenant.script().on("GET views list", 1, new Fault.Throttled());
        tenant.discover();

        assertThat(tenant.source().doctor().rateLimit().message()).contains("throttled 1 times");
    }

    private DoctorCheck clockCheck() {
        return tenant.source().doctor().discovery().stream()
                .filter(check -> check.name().equals("clock"))
                .findFirst()
                .orElseThrow();
    }
}
