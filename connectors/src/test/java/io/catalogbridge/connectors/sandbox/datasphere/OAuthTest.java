package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.Faults;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OAuthTest {

    private static final String ID = PathSegment.encoded(TestingTenant.CLIENT_ID);
    private static final String SECRET = PathSegment.encoded(TestingTenant.CLIENT_SECRET);
    private static final String REDIRECT = "http://localhost:8080/";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0";
    private static final String PROTECTED = "/dwaas-core/api/v1/spaces";

    private final ManualClock clock = new ManualClock();
    private TestingTenant tenant;

    @BeforeEach
    void serve(@TempDir Path folder) {
        TestingTenant.write(folder, "sales/a.json", "{}");
        Faults shortLived = Faults.none().withTokenLifetime(Duration.ofMinutes(10));
        tenant = TestingTenant.serving(TestingTenant.folder(folder), UnaryOperator.identity(), shortLived, clock);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void acceptsClientCredentialsByBasicAndByForm() {
        JsonNode byBasic = TestingTenant.json(
                tenant.token("grant_type=client_credentials", "Authorization", TestingTenant.basic()));
        JsonNode byForm = TestingTenant.json(
                tenant.token("grant_type=client_credentials&client_id=" + ID + "&client_secret=" + SECRET));

        assertThat(byBasic.propertyNames()).containsExactly("access_token", "token_type", "expires_in", "scope", "jti");
        assertThat(byBasic.path("expires_in").asLong()).isEqualTo(600);
        assertThat(byBasic.path("token_type").asString()).isEqualTo("bearer");
        assertThat(statusWith(byForm.path("access_token").asString())).isEqualTo(200);
    }

    @Test
    void refusesWrongClientsAndUnknownGrants() {
        HttpResponse<String> wrongSecret =
                tenant.token("grant_type=client_credentials&client_id=" + ID + "&client_secret=wrong");
        HttpResponse<String> unknownGrant = tenant.token("grant_type=password", "Authorization", TestingTenant.basic());

        assertThat(wrongSecret.statusCode()).isEqualTo(401);
        assertThat(wrongSecret.body())
                .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\"Bad client credentials\"}");
        assertThat(unknownGrant.statusCode()).isEqualTo(400);
        assertThat(unknownGrant.body()).contains("\"unsupported_grant_type\"");
    }

    @Test
    void tokenExpiresInTheMiddleOfARun() {
        String token = accessToken();

        assertThat(statusWith(token)).isEqualTo(200);
        clock.advance(Duration.ofMinutes(10));
        assertThat(statusWith(token)).isEqualTo(401);
        assertThat(statusWith(accessToken())).isEqualTo(200);
    }

    @Test
    void missingTokenIsAnsweredAsTheRealTenantDoes() {
        HttpResponse<String> answer =
                tenant.send(HttpRequest.newBuilder(tenant.uri(PROTECTED)).build());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"unauthorized\",\"error_description\":"
                        + "\"An Authentication object was not found in the SecurityContext\"}");
    }

    @Test
    void authorizationCodeWithPkceWorksOnceAndRefreshes() throws Exception {
        String code = authorize("&code_challenge=" + challenge() + "&code_challenge_method=S256&state=x%2Fy");

        HttpResponse<String> first = redeem(code, VERIFIER);
        HttpResponse<String> second = redeem(code, VERIFIER);

        JsonNode tokens = TestingTenant.json(first);
        assertThat(statusWith(tokens.path("access_token").asString())).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("\"invalid_grant\"");
        String refresh = "grant_type=refresh_token&refresh_token="
                + tokens.path("refresh_token").asString();
        JsonNode renewed = TestingTenant.json(tenant.token(refresh, "Authorization", TestingTenant.basic()));
        assertThat(statusWith(renewed.path("access_token").asString())).isEqualTo(200);
    }

    @Test
    void refusesACodeWhoseVerifierDoesNotFit() throws Exception {
        String code = authorize("&code_challenge=" + challenge() + "&code_challenge_method=S256");

        assertThat(redeem(code, "something else").body()).contains("invalid_grant");
    }

    @Test
    void aVerifierStandsForTheSecretOnlyWhereACodeWasAskedForWithAChallenge() {
        String withoutChallenge = authorize("");

        assertThat(redeem(withoutChallenge, VERIFIER).body()).contains("invalid_grant");
        assertThat(tenant.token("grant_type=client_credentials&client_id=" + ID + "&code_verifier=x")
                        .body())
                .contains("invalid_client");
    }

    @Test
    void refusesAnOldCodeAndAnUnknownRefreshToken() throws Exception {
        String code = authorize("&code_challenge=" + challenge() + "&code_challenge_method=S256");
        clock.advance(Duration.ofMinutes(2));

        assertThat(redeem(code, VERIFIER).body()).contains("invalid_grant");
        assertThat(tenant.token("grant_type=refresh_token&refresh_token=x", "Authorization", TestingTenant.basic())
                        .body())
                .contains("invalid_grant");
    }

    @Test
    void redirectsOnlyToTheOwnMachine() {
        HttpResponse<String> answer = tenant.send(HttpRequest.newBuilder(tenant.uri("/oauth/authorize"
                        + "?response_type=code&client_id=" + ID + "&redirect_uri=https%3A%2F%2Fevil.example%2F"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void clientForApiAccessOnlyIsRefusedEverywhere(@TempDir Path folder) {
        TestingTenant.write(folder, "sales/a.json", "{}");
        try (TestingTenant strict = TestingTenant.serving(
                TestingTenant.folder(folder), DatasphereOptions::withApiAccessOnly, Faults.none(), clock)) {
            assertThat(strict.get(PROTECTED).statusCode()).isEqualTo(403);
            assertThat(strict.get("/api/v1/datasphere/consumption/catalog/spaces")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private String authorize(String more) {
        HttpResponse<String> answer = tenant.send(HttpRequest.newBuilder(tenant.uri("/oauth/authorize"
                        + "?response_type=code&client_id=" + ID + "&redirect_uri=" + PathSegment.encoded(REDIRECT)
                        + more))
                .build());
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location).startsWith(REDIRECT + "?code=");
        return location.replaceFirst(".*[?&]code=([^&]+).*", "$1");
    }

    private HttpResponse<String> redeem(String code, String verifier) {
        return tenant.token("grant_type=authorization_code&code=" + code + "&redirect_uri="
                + PathSegment.encoded(REDIRECT) + "&client_id=" + ID + "&code_verifier="
                + PathSegment.encoded(verifier));
    }

    private static String challenge() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private String accessToken() {
        return TestingTenant.json(tenant.token("grant_type=client_credentials", "Authorization", TestingTenant.basic()))
                .path("access_token")
                .asString();
    }

    private int statusWith(String token) {
        return tenant.send(HttpRequest.newBuilder(tenant.uri(PROTECTED))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }
}
