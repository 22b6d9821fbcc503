package io.catalogbridge.connectors.sandbox;

import io.catalogbridge.connectors.sandbox.datasphere.ChangeStep;
import io.catalogbridge.connectors.sandbox.http.Faults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxTest {

    private static final TenantChoice SMALL = new TenantChoice.Generated(7, 30);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void bothServersAnswerTheirOwnClients() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.demo().withTenant(SMALL));
                GlueClient glue = glue(sandbox)) {
            String spaces = get(sandbox, "/dwaas-core/api/v1/spaces").body();
            int databases = glue.getDatabases(request -> {}).databaseList().size();

            assertThat(spaces).isEqualTo("[\"GEN_00000\"]");
            assertThat(databases).isZero();
            assertThat(sandbox.datasphereCalls().counts())
                    .containsExactly(Map.entry("GET spaces", 1L), Map.entry("POST oauth/token", 1L));
            assertThat(sandbox.awsCalls().counts()).containsExactly(Map.entry("GetDatabases", 1L));
        }
    }

    @Test
    void dataFolderKeepsBothSidesAcrossRestarts(@TempDir Path data) throws Exception {
        SandboxConfig config = SandboxConfig.demo().withTenant(SMALL).withData(data);
        try (Sandbox sandbox = Sandbox.start(config);
                GlueClient glue = glue(sandbox)) {
            sandbox.tenant().change(ChangeStep.delete("GEN_00000", "TABLE_00000"));
            glue.createDatabase(request -> request.databaseInput(database -> database.name("kept")));
        }

        try (Sandbox sandbox = Sandbox.start(config);
                GlueClient glue = glue(sandbox)) {
            assertThat(sandbox.tenant().objectNames("GEN_00000"))
                    .doesNotContain("TABLE_00000")
                    .hasSize(29);
            assertThat(glue.getDatabases(request -> {}).databaseList())
                    .extracting(database -> database.name())
                    .containsExactly("kept");
        }
    }

    @Test
    void faultsOfOneSideLeaveTheOtherAlone() throws Exception {
        SandboxConfig config =
                SandboxConfig.demo().withTenant(SMALL).withFaults(Faults.none().withErrorRate(1), Faults.none());
        try (Sandbox sandbox = Sandbox.start(config);
                GlueClient glue = glue(sandbox)) {
            assertThat(token(sandbox).statusCode()).isEqualTo(500);
            assertThat(glue.getDatabases(request -> {}).databaseList()).isEmpty();
        }
    }

    @Test
    void takenPortIsAnErrorThatNamesItAndLeavesNothingRunning(@TempDir Path data) throws Exception {
        try (Sandbox first = Sandbox.start(SandboxConfig.demo().withTenant(SMALL))) {
            int taken = first.awsEndpoint().getPort();
            SandboxConfig config =
                    SandboxConfig.demo().withTenant(SMALL).withData(data).withPorts(0, taken);

            assertThatIOException().isThrownBy(() -> Sandbox.start(config)).withMessageContaining("" + taken);
            Sandbox.start(config.withPorts(0, 0)).close();
        }
    }

    @Test
    void hugeTenantStartsAtOnce() throws Exception {
        SandboxConfig config = SandboxConfig.demo().withTenant(new TenantChoice.Generated(1, 1_000_000));
        try (Sandbox sandbox = Sandbox.start(config)) {
            assertThat(sandbox.tenant().spaceNames()).hasSize(2000);
        }
    }

    @Test
    void credentialsAreOfTheRealFormAndNeverPrinted() {
        SandboxCredentials credentials = SandboxCredentials.invented(new Random(1));

        assertThat(credentials.datasphere().id()).matches("sb-[0-9a-f-]{36}!b1\\|client!b1");
        assertThat(credentials.aws().id()).matches("AKIA[A-Z2-7]{16}");
        assertThat(SandboxConfig.demo().withCredentials(credentials).toString())
                .doesNotContain(credentials.datasphere().secret())
                .doesNotContain(credentials.aws().secret());
    }

    @Test
    void refusesPortsThatCannotBe() {
        assertThatThrownBy(() -> SandboxConfig.demo().withPorts(70_000, 0)).hasMessageContaining("70000");
        assertThatThrownBy(() -> SandboxConfig.demo().withPorts(8080, 8080)).hasMessageContaining("8080");
    }

    private static GlueClient glue(Sandbox sandbox) {
        return GlueClient.builder()
                .endpointOverride(sandbox.awsEndpoint())
                .region(Region.of(sandbox.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(sandbox.accessKeyId(), sandbox.secretAccessKey())))
                .httpClient(Apache5HttpClient.create())
                .build();
    }

    private HttpResponse<String> token(Sandbox sandbox) throws IOException, InterruptedException {
        String basic = Base64.getEncoder()
                .encodeToString((sandbox.clientId() + ":" + sandbox.clientSecret()).getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(sandbox.tokenUrl())
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(Sandbox sandbox, String path) throws IOException, InterruptedException {
        String access = token(sandbox).body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
        return client.send(
                HttpRequest.newBuilder(URI.create(sandbox.datasphereUrl() + path))
                        .header("Authorization", "Bearer " + access)
                        .build(),
                BodyHandlers.ofString());
    }
}
