package io.catalogbridge.connectors.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.catalogbridge.connectors.limits.AdaptiveRateLimiter;
import io.catalogbridge.connectors.limits.RateLimit;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.testing.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(60)
class ApiClientTest {

    private static final long BOUND = 1000;
    private static final String CORRELATION_ID = "0af7651916cd43dd8448eb211c80319c";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final TestingTime time = new TestingTime();
    private final CallTally tally = new CallTally();
    private final TestingTokens tokens = new TestingTokens();
    private final ApiClient anonymous = ApiClient.open(settings(), tally, time.timing());
    private final ApiClient client = anonymous.with(
            tokens,
            new AdaptiveRateLimiter(
                    "test",
                    RateLimit.perMinute(6000),
                    time.timing().ticker(),
                    time.timing().sleeper()),
            AnswerObserver.NONE);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        anonymous.close();
        server.stop();
    }

    @Test
    void saysWhoWeAreAndWhatWeWant() {
        server.stubFor(get(anyUrl()).willReturn(okJson("{}")));

        fetch("/x");

        server.verify(getRequestedFor(urlPathEqualTo("/x"))
                .withHeader("Authorization", equalTo("Bearer token-1"))
                .withHeader("Accept-Language", equalTo("de"))
                .withHeader("User-Agent", equalTo("test-client"))
                .withHeader("Accept", equalTo("application/json")));
    }

    @Test
    void triesOnceWithAnotherTokenWhenOneIsRefused() {
        server.stubFor(get(anyUrl()).willReturn(status(401)));
        server.stubFor(get(anyUrl())
                .withHeader("Authorization", equalTo("Bearer token-2"))
                .willReturn(okJson("[1]")));

        assertThat(fetch("/x").orThrow().size()).isEqualTo(1);
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void isRefusedForGoodWhenTheOtherTokenIsRefusedToo() {
        server.stubFor(get(anyUrl()).willReturn(status(401)));

        assertThatThrownBy(() -> fetch("/x").orThrow())
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.AUTH))
                .hasMessageNotContaining("token-");
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void choosesTheTokenAfterTheWaitForItsTurn() {
        server.stubFor(get(anyUrl()).willReturn(okJson("{}")));
        BearerTokens shortLived = new BearerTokens() {
            @Override
            public Optional<String> current() {
                return Optional.of("made-at-" + time.passed().toSeconds());
            }

            @Override
            public Optional<String> renewed(String refused) {
                return Optional.empty();
            }
        };
        AdaptiveRateLimiter slow = new AdaptiveRateLimiter(
                "test",
                RateLimit.perMinute(1),
                time.timing().ticker(),
                time.timing().sleeper());
        ApiClient patient = anonymous.with(shortLived, slow, AnswerObserver.NONE);

        patient.fetch(call("/first"), Bodies::json);
        patient.fetch(call("/second"), Bodies::json);

        server.verify(getRequestedFor(urlPathEqualTo("/second"))
                .withHeader("Authorization", matching("Bearer made-at-(59|60)")));
    }

    @Test
    void waitsAsManySecondsAsAThrottlingServerAsks() {
        thenOk(status(429).withHeader("Retry-After", "7"));

        fetch("/x").orThrow();

        assertThat(time.passed()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(9));
    }

    @Test
    void waitsUntilTheDateThatAThrottlingServerNames() {
        thenOk(status(429).withHeader("Retry-After", "Sun, 01 Mar 2026 12:00:30 GMT"));

        fetch("/x").orThrow();

        assertThat(time.clock().instant()).isAfterOrEqualTo(Instant.parse("2026-03-01T12:00:30Z"));
        assertThat(time.passed()).isLessThan(Duration.ofSeconds(35));
    }

    @Test
    void doesNotWaitLongerThanItsPatience() {
        server.stubFor(get(anyUrl()).willReturn(status(429).withHeader("Retry-After", "86400")));

        assertThat(failure("/x").kind()).isEqualTo(ErrorKind.THROTTLED);
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void throttlingUsesUpMorePatienceThanFailing() {
        server.stubFor(get(anyUrl()).willReturn(status(429)));

        assertThat(failure("/x").kind()).isEqualTo(ErrorKind.THROTTLED);
        assertThat(attempts()).isEqualTo(5);
    }

    @Test
    void namesTheCorrelationIdOfAFailureThatStays() {
        server.stubFor(get(anyUrl())
                .willReturn(status(500)
                        .withHeader("x-correlation-id", CORRELATION_ID)
                        .withBody("{\"error\":{\"code\":\"500\",\"message\":\"Cannot compile\"}}")));

        ConnectorException error = failure("/x?secret=1");

        assertThat(error.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(error).hasMessageContainingAll("500", "Cannot compile", CORRELATION_ID);
        assertThat(error).hasMessageNotContaining("secret");
        assertThat(attempts()).isEqualTo(3);
    }

    @Test
    void pausesGrowBetweenFailures() {
        server.stubFor(get(anyUrl()).willReturn(status(503)));

        failure("/x");

        assertThat(time.passed()).isBetween(Duration.ofMillis(150), Duration.ofMillis(400));
    }

    @Test
    void readsAgainWhatBrokeInTheMiddleOfTheBody() {
        thenOk(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThat(fetch("/x").orThrow().isObject()).isTrue();
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void readsAgainWhenTheConnectionIsReset() {
        thenOk(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(fetch("/x").orThrow().isObject()).isTrue();
    }

    @Test
    void readsAgainWhatIsNotWholeJson() {
        thenOk(okJson("{\"value\":[{\"name\":\"A\"},{\"na"));

        assertThat(fetch("/x").orThrow().isObject()).isTrue();
    }

    @Test
    void refusesJsonThatNeverComesWhole() {
        server.stubFor(get(anyUrl()).willReturn(okJson("{\"value\":[")));

        assertThat(failure("/x").kind()).isEqualTo(ErrorKind.INVALID);
        assertThat(attempts()).isEqualTo(3);
    }

    @Test
    void takesAnEmptyBodyForNoAnswerAtAll() {
        server.stubFor(get(anyUrl()).willReturn(okJson("")));

        assertThat(failure("/x").kind()).isEqualTo(ErrorKind.INVALID);
    }

    @Test
    void takesAPageForPeopleForAFailureAtOnce() {
        server.stubFor(get(anyUrl())
                .willReturn(status(200)
                        .withHeader("Content-Type", "text/html;charset=utf-8")
                        .withBody("<html><body>Log on</body></html>")));

        ConnectorException error = failure("/x");

        assertThat(error.kind()).isEqualTo(ErrorKind.INVALID);
        assertThat(error.remedy()).contains("login page");
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void recognisesAPageForPeopleThatClaimsToBeJson() {
        server.stubFor(get(anyUrl()).willReturn(okJson("\n<!DOCTYPE html><html></html>")));

        assertThat(failure("/x")).hasMessageContaining("HTML");
    }

    @Test
    void neverTakesATokenToAnotherHost() {
        WireMockServer stranger =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        stranger.start();
        try {
            server.stubFor(get(anyUrl()).willReturn(temporaryRedirect(stranger.baseUrl() + "/login")));

            assertThat(failure("/x").kind()).isEqualTo(ErrorKind.AUTH);
            assertThat(stranger.getAllServeEvents()).isEmpty();
        } finally {
            stranger.stop();
        }
    }

    @Test
    void followsARedirectWithinTheHost() {
        server.stubFor(get("/old").willReturn(temporaryRedirect("/new")));
        server.stubFor(get("/new").willReturn(okJson("[]")));

        assertThat(fetch("/old").orThrow().isArray()).isTrue();
    }

    @Test
    void givesUpOnRedirectsThatGoInCircles() {
        server.stubFor(get(anyUrl()).willReturn(temporaryRedirect("/x")));

        assertThat(failure("/x").kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(attempts()).isEqualTo(6);
    }

    @Test
    void readsNoMoreThanTheBound() {
        server.stubFor(get(anyUrl()).willReturn(okJson("\"" + "x".repeat((int) BOUND) + "\"")));

        assertThat(failure("/x")).hasMessageContaining("more than " + BOUND + " bytes");
    }

    @Test
    void returnsARefusalAsAValue() {
        server.stubFor(get(anyUrl())
                .willReturn(status(404).withBody("{\"error\":\"not_found\",\"error_description\":\"gone\"}")));

        Fetched<JsonNode> answer = fetch("/x");

        assertThat(answer.refusedWith(404)).isTrue();
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Fetched.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("not_found"));
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void countsEveryAttemptUnderItsOperation() {
        thenOk(status(500));

        fetch("/x");

        assertThat(tally.counts().byOperation()).isEqualTo(Map.of("read", 2L));
    }

    @Test
    void asksForTokensWithoutOne() {
        server.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        anonymous.fetch(call("/x"), Bodies::json);

        server.verify(getRequestedFor(urlPathEqualTo("/x")).withHeader("Authorization", absent()));
    }

    @Test
    void checksThatXmlIsWhole() {
        thenOk(status(200).withBody("<edmx:Edmx xmlns:edmx='e'><a>"));

        Fetched<byte[]> answer = client.fetch(call("/x"), ApiClientTest::xmlOrJson);

        assertThat(answer.orThrow()).hasSize(2);
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void anInterruptedThreadStopsInsteadOfRetrying() {
        server.stubFor(get(anyUrl()).willReturn(status(500)));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> fetch("/x")).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsAboutWaitsThatPeopleWouldNotice() {
        thenOk(status(429).withHeader("Retry-After", "3"));
        List<String> told = new CopyOnWriteArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void waiting(String system, Duration wait) {
                told.add(system);
            }
        };

        client.reporting(progress).fetch(call("/x"), Bodies::json);

        assertThat(told).containsExactly("test");
    }

    @Test
    void namesAHostThatDoesNotAnswer() {
        server.stop();

        assertThat(failure("/x").kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    }

    @Test
    void needsOneMoreAttemptWhenTheServerHasClosedAllConnections() {
        int connections = 4;
        server.stubFor(get(anyUrl()).willReturn(okJson("{}").withFixedDelay(200)));
        atOnce(connections, () -> fetch("/x"));

        ApiCall call = call("/x");
        server.stop();
        WireMockServer successor = new WireMockServer(
                WireMockConfiguration.options().port(call.url().port()).bindAddress("127.0.0.1"));
        successor.stubFor(get(anyUrl()).willReturn(okJson("{}")));
        successor.start();

        client.fetch(call, Bodies::json);

        successor.stop();
        assertThat(attempts()).isEqualTo(connections + 2L);
    }

    /** The second answer of these tests is JSON, whatever the first one was. */
    private static byte[] xmlOrJson(byte[] body) throws BodyReader.MalformedBody {
        return body.length == 2 ? body : Bodies.xml(body);
    }

    private void thenOk(ResponseDefinitionBuilder first) {
        server.stubFor(step(Scenario.STARTED).willReturn(first).willSetStateTo("then"));
        server.stubFor(step("then").willReturn(okJson("{}")));
    }

    private static ScenarioMappingBuilder step(String state) {
        return get(anyUrl()).inScenario("first, then").whenScenarioStateIs(state);
    }

    private static void atOnce(int times, Runnable work) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        Stream.generate(() -> CompletableFuture.runAsync(work, threads))
                .limit(times)
                .toList()
                .forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private Fetched<JsonNode> fetch(String path) {
        return client.fetch(call(path), Bodies::json);
    }

    private ConnectorException failure(String path) {
        return catchThrowableOfType(ConnectorException.class, () -> fetch(path).orThrow());
    }

    private ApiCall call(String path) {
        String port = server.isRunning() ? Integer.toString(server.port()) : "1";
        return ApiCall.get("read", "datasphere:X", HttpUrl.get("http://127.0.0.1:" + port + path), "application/json");
    }

    private long attempts() {
        return tally.counts().total();
    }

    private static HttpSettings settings() {
        return new HttpSettings(
                "test-client",
                "de",
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                BOUND,
                4,
                new RetrySettings(3, 5, Duration.ofMillis(100), Duration.ofMinutes(2)));
    }
}
