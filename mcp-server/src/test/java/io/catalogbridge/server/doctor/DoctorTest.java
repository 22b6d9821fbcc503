package io.catalogbridge.server.doctor;

import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.connectors.sandbox.SandboxConfig;
import io.catalogbridge.server.doctor.Check.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorTest {

    private static final String HIDDEN = "FINANCE";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxConfig.demo().withHiddenSpaces(Set.of(HIDDEN)));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private Patient healthy() {
        return Patient.healthy(sandbox, folder);
    }

    @Test
    void findsNothingWrongWithAHealthySetUp() {
        Diagnosis diagnosis = healthy().diagnosed();

        assertThat(diagnosis.ok()).isTrue();
        assertThat(diagnosis.checks())
                .filteredOn(check -> check.verdict() == Verdict.OK)
                .extracting(Check::name)
                .contains(
                        "config",
                        "data folder",
                        "store",
                        "datasphere token",
                        "datasphere discovery",
                        "datasphere clock",
                        "datasphere space SALES",
                        "datasphere rate limit",
                        "aws identity",
                        "aws clock",
                        "permission glue:GetDatabases",
                        "permission glue:GetTables",
                        "permission glue:UpdateTable",
                        "permission glue:BatchDeleteTable",
                        "rate limit of glue reads",
                        "rate limit of glue writes");
    }

    @Test
    void saysWhichPermissionsItCannotTry() {
        Check creating = named("permission to create", healthy().diagnosed());

        assertThat(creating.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(creating.remedy()).contains("glue:CreateDatabase", "glue:CreateTable", "glue:UpdateDatabase");
    }

    @Test
    void changesNothingInGlue() {
        sandbox.awsCalls().reset();

        healthy().diagnosed();

        assertThat(sandbox.awsCalls().counts().keySet())
                .containsExactlyInAnyOrder(
                        "GetCallerIdentity", "GetDatabases", "GetTables", "UpdateTable", "BatchDeleteTable");
    }

    @Test
    void namesAWrongClientSecretAndStillLooksAtGlue() {
        Diagnosis diagnosis = healthy().withClientSecret("not-the-secret").diagnosed();

        assertFailedWith("datasphere token", "secret", diagnosis);
        assertThat(named("aws identity", diagnosis).verdict()).isEqualTo(Verdict.OK);
        assertThat(diagnosis.toString()).doesNotContain("not-the-secret", sandbox.secretAccessKey());
    }

    @Test
    void namesAConfiguredSpaceThatTheTenantDoesNotShow() {
        Diagnosis diagnosis = healthy().withSpaces("SALES", HIDDEN).diagnosed();

        assertFailedWith("datasphere space " + HIDDEN, "scoped role", diagnosis);
        assertThat(named("datasphere space SALES", diagnosis).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void leavesSpacesAloneThatAreNotConfigured() {
        Diagnosis diagnosis = healthy().withSpaces("SALES").diagnosed();

        assertThat(diagnosis.checks())
                .extracting(Check::name)
                .filteredOn(name -> name.startsWith("datasphere space "))
                .containsExactly("datasphere space SALES");
    }

    @Test
    void namesAnEndpointOfGlueThatDoesNotAnswer() throws IOException {
        Diagnosis diagnosis = healthy().withGlue(nobodyListens()).diagnosed();

        assertFailedWith("aws identity", "endpoint", diagnosis);
        assertThat(named("permissions", diagnosis).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(named("datasphere token", diagnosis).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void namesAWrongAwsKey() {
        Diagnosis diagnosis = healthy().withSecretAccessKey("not-the-key").diagnosed();

        assertFailedWith("aws identity", "access key", diagnosis);
        assertThat(diagnosis.toString()).doesNotContain("not-the-key");
    }

    @Test
    void namesThePlaceOfAMistakeInTheConfigurationAndStillLooksAtTheFolder() {
        Diagnosis diagnosis = healthy().withFurtherLine("    synch: {}").diagnosed();

        assertFailedWith("config", "file", diagnosis);
        assertThat(named("config", diagnosis).message()).contains("catalog-bridge.yaml", "synch");
        assertThat(named("data folder", diagnosis).verdict()).isEqualTo(Verdict.OK);
        assertThat(named("glue", diagnosis).verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void namesADataFolderThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Diagnosis diagnosis = healthy().withData(file).diagnosed();

        assertFailedWith("data folder", "--data", diagnosis);
        assertFailedWith("store", "--data", diagnosis);
        assertThat(named("disk space", diagnosis).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(named("aws identity", diagnosis).verdict()).isEqualTo(Verdict.OK);
    }

    /** A file where the folder should be stops everybody, the superuser included. */
    @Test
    void namesADataFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertFailedWith("data folder", "--data", healthy().withData(file).diagnosed());
    }

    @Test
    void warnsOfAClockThatIsOff() {
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-4));

        Check clock = named("aws clock", healthy().withClock(late).diagnosed());

        assertThat(clock.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(clock.remedy()).contains("Set the clock");
    }

    @Test
    void everyFailureHasARemedy() {
        List<Patient> sick = List.of(
                healthy().withClientSecret("wrong"),
                healthy().withSecretAccessKey("wrong"),
                healthy().withSpaces("NOWHERE"),
                healthy().withFurtherLine("  nonsense"));

        assertThat(sick)
                .map(Patient::diagnosed)
                .allSatisfy(diagnosis -> assertThat(diagnosis.checks())
                        .filteredOn(Check::failed)
                        .isNotEmpty()
                        .allSatisfy(check -> assertThat(check.remedy()).isNotBlank()));
    }

    private static void assertFailedWith(String name, String partOfRemedy, Diagnosis diagnosis) {
        assertThat(diagnosis.ok()).isFalse();
        assertThat(named(name, diagnosis))
                .satisfies(check -> assertThat(check.verdict()).isEqualTo(Verdict.FAILED))
                .satisfies(check -> assertThat(check.remedy()).containsIgnoringCase(partOfRemedy));
    }

    private static Check named(String name, Diagnosis diagnosis) {
        return diagnosis.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check '" + name + "' among " + diagnosis.checks()));
    }

    private static URI nobodyListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
