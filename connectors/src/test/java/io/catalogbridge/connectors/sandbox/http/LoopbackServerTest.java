package io.catalogbridge.connectors.sandbox.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class LoopbackServerTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final EchoEndpoint endpoint = new EchoEndpoint();
    private final CallCounter calls = new CallCounter();
    private final FaultScript script = new FaultScript();
    private final Stream.Builder<LoopbackServer> started = Stream.builder();

    @AfterEach
    void stopServers() {
        started.build().forEach(LoopbackServer::close);
    }

    @Test
    void handsOverPathQueryHeadersAndBodyUntouched() throws Exception {
        URI base = serve(Faults.none());

        post(base.resolve("/a%2Fb/%E2%88%9E%7F?x=1+2&y=%26&x=3&z"), "häuser");

        HttpCall call = endpoint.executed().element();
        assertThat(call.path()).isEqualTo("/a%2Fb/%E2%88%9E%7F");
        assertThat(call.segments()).containsExactly("a/b", "\u221e\u007f");
        assertThat(call.queryParameters())
                .containsExactly(Map.entry("x", "1 2"), Map.entry("y", "&"), Map.entry("z", ""));
        assertThat(call.header("X-TEST")).contains("yes");
        assertThat(call.text()).isEqualTo("häuser");
    }

    @Test
    void listensOnLoopbackOnlyAndOnTheGivenPort() throws Exception {
        LoopbackServer first = start(Faults.none(), 0);

        assertThat(first.uri().getHost()).isEqualTo("127.0.0.1");
        assertThatIOException()
                .isThrownBy(() -> start(Faults.none(), first.uri().getPort()))
                .withMessageContaining(Integer.toString(first.uri().getPort()));
    }

    @Test
    void countsEveryCallExactly() throws Exception {
        URI base = serve(Faults.none());

        IntStream.range(0, 20).mapToObj(i -> getAsync(base)).toList().forEach(CompletableFuture::join);
        post(base, "once");

        assertThat(calls.counts()).containsExactly(Map.entry("GET echo", 20L), Map.entry("POST echo", 1L));
        calls.reset();
        assertThat(calls.total()).isZero();
    }

    @Test
    void waitingCallsDoNotOccupyThreads() {
        URI base = serve(Faults.none().withLatency(Duration.ofMillis(500)));
        long before = System.nanoTime();

        IntStream.range(0, 300).mapToObj(i -> getAsync(base)).toList().forEach(CompletableFuture::join);

        Duration taken = Duration.ofNanos(System.nanoTime() - before);
        Duration ifTheyDid = Duration.ofMillis(500).multipliedBy(300).dividedBy(16);
        assertThat(taken).isBetween(Duration.ofMillis(500), ifTheyDid.minusSeconds(2));
    }

    @Test
    void throttlesAfterTheAllowedNumberOfCalls() throws Exception {
        URI base = serve(Faults.none().withRequestsPerMinute(2));

        List<Integer> statuses = List.of(get(base).statusCode(), get(base).statusCode());
        HttpResponse<String> third = get(base);

        assertThat(statuses).containsExactly(200, 200);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers()
                        .firstValue("Retry-After")
                        .map(Integer::valueOf)
                        .orElseThrow())
                .isBetween(1, 60);
        assertThat(endpoint.executed()).hasSize(2);
    }

    @Test
    void sameSeedGivesTheSameFaultsInTheSameOrder() throws Exception {
        Faults faults = Faults.none().withThrottleRate(0.3).withErrorRate(0.2).withSeed(7);

        List<Integer> first = statusesOf(serve(faults), 40);
        List<Integer> second = statusesOf(serve(faults), 40);

        assertThat(second).isEqualTo(first).contains(200, 429, 500);
    }

    @Test
    void cutsTheConnectionInTheMiddleOfTheBody() {
        URI base = serve(Faults.none().withDisconnectRate(1));

        assertThatIOException().isThrownBy(() -> get(base)).withMessageContaining("fixed content-length");
        assertThat(endpoint.executed()).hasSize(1);
    }

    @Test
    void cutsOnPurposeAreNothingToWarnOf() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            script.onEvery("POST echo", new Fault.AnswerLost());
            LoopbackServer server = start(Faults.none().withDisconnectRate(1), 0);
            for (int i = 0; i < 10; i++) {
                assertThatIOException().isThrownBy(() -> get(server.uri()));
                assertThatIOException().isThrownBy(() -> post(server.uri(), "x"));
            }
            server.close();
        } catch (IOException cause) {
            throw new AssertionError(cause);
        } finally {
            root.detachAppender(log);
        }

        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    @Test
    void losesTheAnswerOfAnExecutedCall() {
        script.on("POST echo", 1, new Fault.AnswerLost());
        URI base = serve(Faults.none());

        assertThatThrownBy(() -> post(base, "x")).isInstanceOf(IOException.class);
        assertThat(endpoint.executed()).hasSize(1);
    }

    @Test
    void answersSoLateThatTheClientGivesUpAlthoughExecuted() {
        script.on("GET echo", 1, new Fault.Late(Duration.ofMinutes(5)));
        URI base = serve(Faults.none());
        HttpRequest impatient =
                HttpRequest.newBuilder(base).timeout(Duration.ofMillis(300)).build();

        assertThatThrownBy(() -> client.send(impatient, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(endpoint.executed()).hasSize(1);
    }

    @Test
    void truncatesABodyAndSaysItIsComplete() throws Exception {
        script.on("GET echo", 1, new Fault.Truncated());
        URI base = serve(Faults.none());

        HttpResponse<String> cut = get(base);
        HttpResponse<String> whole = get(base);

        assertThat(cut.statusCode()).isEqualTo(200);
        assertThat(whole.body())
                .startsWith(cut.body())
                .hasSizeGreaterThan(cut.body().length());
    }

    @Test
    void scriptedFaultHitsExactlyTheNamedCall() throws Exception {
        script.on("GET echo", 3, new Fault.Answered(HttpAnswer.html(200, "<html>Log on</html>")));
        URI base = serve(Faults.none());

        List<String> types = List.of(typeOf(get(base)), typeOf(get(base)), typeOf(get(base)), typeOf(get(base)));

        assertThat(types)
                .containsExactly("application/json", "application/json", "text/html;charset=utf-8", "application/json");
    }

    @Test
    void scriptedFaultCanDependOnTheCallUntilCleared() throws Exception {
        script.onEvery("GET echo", call -> call.path().equals("/x"), new Fault.Throttled());
        URI base = serve(Faults.none());

        assertThat(get(base.resolve("/x")).statusCode()).isEqualTo(429);
        assertThat(get(base.resolve("/y")).statusCode()).isEqualTo(200);
        script.clear();
        assertThat(get(base.resolve("/x")).statusCode()).isEqualTo(200);
    }

    @Test
    void exceptionInTheEndpointBecomesItsOwnErrorAnswer() throws Exception {
        HttpResponse<String> answer = get(serve(Faults.none()).resolve("/broken"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"error\":\"internal\"}");
    }

    @Test
    void refusesRatesThatAreNoRates() {
        assertThatThrownBy(() -> Faults.none().withErrorRate(1.1)).hasMessageContaining("error rate");
        assertThatThrownBy(() -> Faults.none().withErrorRate(0.6).withThrottleRate(0.6))
                .hasMessageContaining("sum");
    }

    private URI serve(Faults faults) {
        try {
            return start(faults, 0).uri();
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }

    private LoopbackServer start(Faults faults, int port) throws IOException {
        LoopbackServer server = LoopbackServer.start(endpoint, port, faults.withScript(script), calls);
        started.add(server);
        return server;
    }

    private List<Integer> statusesOf(URI base, int number) throws Exception {
        Integer[] statuses = new Integer[number];
        for (int i = 0; i < number; i++) {
            statuses[i] = get(base).statusCode();
        }
        return List.of(statuses);
    }

    private CompletableFuture<HttpResponse<String>> getAsync(URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI uri, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("x-test", "yes")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String typeOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }
}
