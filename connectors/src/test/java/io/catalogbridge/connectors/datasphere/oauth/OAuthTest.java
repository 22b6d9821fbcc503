package io.catalogbridge.connectors.datasphere.oauth;

import io.catalogbridge.connectors.http.ApiClient;
import io.catalogbridge.connectors.http.BearerTokens;
import io.catalogbridge.connectors.http.CallTally;
import io.catalogbridge.connectors.http.HttpSettings;
import io.catalogbridge.connectors.http.RetrySettings;
import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.connectors.sandbox.SandboxConfig;
import io.catalogbridge.connectors.sandbox.TenantChoice;
import io.catalogbridge.connectors.sandbox.http.Fault;
import io.catalogbridge.connectors.sandbox.http.FaultScript;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.testing.TestingTime;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(60)
class OAuthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private final TestingTime time = new TestingTime();
    private final FaultScript script = new FaultScript();
    private final ApiClient client = ApiClient.open(settings(), new CallTally(), time.timing());
    private final Sandbox sandbox;

    OAuthTest() throws IOException {
        Faults faults = Faults.none().withTokenLifetime(LIFETIME).withScript(script);
        sandbox = Sandbox.start(SandboxConfig.demo()
                .withTenant(new TenantChoice.Generated(1, 1))
                .withFaults(faults, Faults.none())
                .withClock(time.clock()));
    }

    @BeforeEach
    void forgetCalls() {
        sandbox.datasphereCalls().reset();
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void obtainsATokenWithClientAndSecretInTheHeader() {
        assertThat(oauth(technicalUser()).tokens().current()).isPresent();
    }

    @Test
    void obtainsATokenWithClientAndSecretInTheForm() {
        OAuthSettings inForm = technicalUser().withAuthentication(ClientAuthentication.FORM);

        assertThat(oauth(inForm).tokens().current()).isPresent();
    }

    @Test
    void keepsATokenUntilShortlyBeforeItExpires() {
        BearerTokens tokens = oauth(technicalUser()).tokens();
        String first = tokens.current().orElseThrow();

        time.advance(LIFETIME.minusSeconds(62));
        assertThat(tokens.current()).contains(first);
        time.advance(Duration.ofSeconds(3));
        assertThat(tokens.current()).isPresent().get().isNotEqualTo(first);
    }

    @Test
    void manyWhoseTokenWasRefusedCauseOneRequest() {
        BearerTokens tokens = oauth(technicalUser()).tokens();
        String refused = tokens.current().orElseThrow();
        sandbox.datasphereCalls().reset();

        Set<String> renewed = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> tokens.renewed(refused).orElseThrow())
                .collect(Collectors.toSet());

        assertThat(renewed).hasSize(1).doesNotContain(refused);
        assertThat(sandbox.datasphereCalls().total()).isEqualTo(1);
    }

    @Test
    void saysWhatToDoAboutAWrongSecretAndDoesNotRevealIt() {
        OAuthSettings wrong = OAuthSettings.technicalUser(
                sandbox.tokenUrl(), sandbox.clientId(), SecretSupplier.of("not-the-secret"));

        ConnectorException error = failure(wrong);

        assertThat(error.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(error.remedy()).contains("secret has expired");
        assertThat(error).hasMessageContaining("invalid_client").hasMessageNotContaining("not-the-secret");
        assertThat(wrong.toString()).doesNotContain("not-the-secret");
    }

    @Test
    void saysWhatToDoAboutAClientOfTheWrongPurpose() {
        script.onEvery(
                "POST oauth/token",
                new Fault.Answered(HttpAnswer.json(
                        401, "{\"error\":\"invalid_client\",\"error_description\":\"Unauthorized grant type\"}")));

        assertThat(failure(technicalUser()).remedy()).contains("Technical User", "Interactive Usage");
    }

    @Test
    void triesAgainWhenTheTokenEndpointFailsInPassing() {
        script.on("POST oauth/token", 1, new Fault.Failed()).on("POST oauth/token", 2, new Fault.Disconnected());

        assertThat(oauth(technicalUser()).tokens().current()).isPresent();
        assertThat(sandbox.datasphereCalls().total()).isEqualTo(3);
    }

    @Test
    void refusesAnAnswerWithoutAToken() {
        script.onEvery("POST oauth/token", new Fault.Answered(HttpAnswer.json(200, "{}")));

        assertThat(failure(technicalUser()).kind()).isEqualTo(ErrorKind.INVALID);
    }

    @Test
    void aPersonSignsInInTheBrowserAndIsRememberedPrivately() throws IOException {
        OAuthSettings person = person();

        oauth(person).signIn().orElseThrow().signIn(OAuthTest::browse, PATIENCE);

        assertThat(oauth(person).tokens().current()).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokenFile())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(tokenFile());
        }
    }

    @Test
    void aPersonsTokensAreRefreshedAndKept() throws IOException {
        OAuthSettings person = person();
        oauth(person).signIn().orElseThrow().signIn(OAuthTest::browse, PATIENCE);
        String kept = Files.readString(tokenFile());

        time.advance(LIFETIME);
        String access = oauth(person).tokens().current().orElseThrow();

        assertThat(Files.readString(tokenFile())).isNotEqualTo(kept).contains(access);
    }

    @Test
    void asksToSignInAgainWhenTheSignInHasExpired() {
        OAuthSettings person = person();
        oauth(person).signIn().orElseThrow().signIn(OAuthTest::browse, PATIENCE);

        time.advance(Duration.ofDays(31));

        assertThat(failure(person).remedy()).contains("sign in again");
    }

    @Test
    void takesUpANewSignInAlthoughTheOldOneHasExpired() {
        OAuthSettings person = person();
        oauth(person).signIn().orElseThrow().signIn(OAuthTest::browse, PATIENCE);
        BearerTokens longRunning = oauth(person).tokens();
        longRunning.current();
        time.advance(Duration.ofDays(31));

        oauth(person).signIn().orElseThrow().signIn(OAuthTest::browse, PATIENCE);

        assertThat(longRunning.current()).isPresent();
    }

    @Test
    void takesUpWhatAnotherProcessRefreshed() {
        OAuthSettings person = person();
        oauth(person).signIn().orElseThrow().signIn(OAuthTest::browse, PATIENCE);
        BearerTokens one = oauth(person).tokens();
        BearerTokens other = oauth(person).tokens();
        one.current();
        other.current();
        time.advance(LIFETIME);
        String refreshed = one.current().orElseThrow();
        sandbox.datasphereCalls().reset();

        assertThat(other.current()).contains(refreshed);
        assertThat(sandbox.datasphereCalls().total()).isZero();
    }

    @Test
    void refreshesARefusedTokenThatNobodyElseHasReplaced() {
        OAuthSettings person = person();
        oauth(person).signIn().orElseThrow().signIn(OAuthTest::browse, PATIENCE);
        BearerTokens tokens = oauth(person).tokens();
        String refused = tokens.current().orElseThrow();

        assertThat(tokens.renewed(refused)).isPresent().get().isNotEqualTo(refused);
    }

    @Test
    void asksToSignInWhenNobodyHas() {
        ConnectorException error = failure(person());

        assertThat(error.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(error.remedy()).contains("login");
    }

    @Test
    void refusesATokenFileThatOthersCanRead() throws IOException {
        OAuthSettings person = person();
        oauth(person).signIn().orElseThrow().signIn(OAuthTest::browse, PATIENCE);
        Files.setPosixFilePermissions(tokenFile(), PosixFilePermissions.fromString("rw-r-----"));

        ConnectorException error = failure(person);

        assertThat(error.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(error.remedy()).contains("chmod 600");
    }

    @Test
    void refusesATokenFileThatHoldsSomethingElse() throws IOException {
        Files.writeString(tokenFile(), "hello");
        Files.setPosixFilePermissions(tokenFile(), PosixFilePermissions.fromString("rw-------"));

        assertThat(failure(person()).remedy()).contains("sign in again");
    }

    @Test
    void ignoresACodeThatSomebodyElseSlipsIn() {
        OAuthSettings person = person();
        Consumer<URI> attackedBrowser = address -> {
            get(URI.create(person.redirect() + "?code=stolen&state=guessed"));
            browse(address);
        };

        oauth(person).signIn().orElseThrow().signIn(attackedBrowser, PATIENCE);

        assertThat(oauth(person).tokens().current()).isPresent();
    }

    @Test
    void reportsThatThePersonRefused() {
        OAuthSettings person = person();
        InteractiveSignIn signIn = oauth(person).signIn().orElseThrow();

        ConnectorException error = catchThrowableOfType(
                ConnectorException.class,
                () -> signIn.signIn(
                        address -> get(URI.create(person.redirect() + "?error=access_denied&state="
                                + HttpUrl.get(address.toString()).queryParameter("state"))),
                        PATIENCE));

        assertThat(error.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(error).hasMessageContaining("access_denied");
    }

    @Test
    void technicalUsersDoNotSignIn() {
        assertThat(oauth(technicalUser()).signIn()).isEmpty();
    }

    private OAuth oauth(OAuthSettings settings) {
        return new OAuth(settings, HttpUrl.get(sandbox.tokenUrl().toString()), client, time.clock());
    }

    private ConnectorException failure(OAuthSettings settings) {
        BearerTokens tokens = oauth(settings).tokens();
        return catchThrowableOfType(ConnectorException.class, tokens::current);
    }

    private OAuthSettings technicalUser() {
        return OAuthSettings.technicalUser(
                sandbox.tokenUrl(), sandbox.clientId(), SecretSupplier.of(sandbox.clientSecret()));
    }

    private OAuthSettings person() {
        return new OAuthSettings(
                sandbox.tokenUrl(),
                Grant.AUTHORIZATION_CODE,
                sandbox.clientId(),
                SecretSupplier.of(sandbox.clientSecret()),
                ClientAuthentication.BASIC,
                tokenFile(),
                URI.create("http://127.0.0.1:" + freePort() + "/"));
    }

    private Path tokenFile() {
        return folder.resolve("tokens.json");
    }

    /** Follows the redirect as a browser does. */
    private static void browse(URI address) {
        get(address);
    }

    private static void get(URI address) {
        HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        try {
            browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        } catch (IOException | InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }

    private static HttpSettings settings() {
        return new HttpSettings(
                "test-client", "en", Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20, 4, RetrySettings.DEFAULT);
    }
}
