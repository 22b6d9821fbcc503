package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.RawClient;
import io.catalogbridge.server.protocol.TestingTool;
import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.ResourceUpdates;
import io.catalogbridge.server.surface.Surface;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.surface.Tool;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.catalogbridge.server.protocol.http.HttpClientOf.MODERN;
import static io.catalogbridge.server.protocol.http.HttpClientOf.last;
import static io.catalogbridge.server.protocol.http.HttpClientOf.messages;
import static org.assertj.core.api.Assertions.assertThat;

class HttpServerTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final JsonMapper JSON = new JsonMapper();

    private static final String INITIALIZE = "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{"
            + "'protocolVersion':'2025-11-25','capabilities':{},'clientInfo':{'name':'raw','version':'1'}}}";

    private static final String DISCOVER =
            "{'jsonrpc':'2.0','id':'d','method':'server/discover','params':{" + MODERN + "}}";

    private static String request(String method, String params) {
        return "{'jsonrpc':'2.0','id':7,'method':'" + method + "','params':{" + params + "}}";
    }

    private static String callOf(String tool, String meta) {
        return request("tools/call", "'name':'" + tool + "','arguments':{}," + meta);
    }

    // the stateless era

    @Test
    void discoversAndCallsWithoutASession() {
        try (HttpServer server = TestingHttp.of(TestingTool.echo())) {
            HttpClientOf client = new HttpClientOf(server.uri());

            HttpResponse<String> discovered = client.modern("server/discover").post("/mcp", DISCOVER);
            HttpResponse<String> called = client.modernCall("echo_word").post("/mcp", callOf("echo_word", MODERN));

            assertThat(discovered.statusCode()).isEqualTo(200);
            assertThat(discovered.headers().firstValue("Mcp-Session-Id")).isEmpty();
            assertThat(last(discovered).at("/result/supportedVersions/0").asString())
                    .isEqualTo("2026-07-28");
            assertThat(called.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(last(called).at("/result/resultType").asString()).isEqualTo("complete");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/such", "ping", "initialize", "logging/setLevel"})
    void answers404ToUnknownMethods(String method) {
        try (HttpServer server = TestingHttp.of()) {
            HttpResponse<String> response =
                    new HttpClientOf(server.uri()).modern(method).post("/mcp", request(method, MODERN));

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(last(response).at("/error/code").asInt()).isEqualTo(-32_601);
            assertThat(last(response).get("id").asInt()).isEqualTo(7);
        }
    }

    @Test
    void comparesHeadersWithTheBody() {
        try (HttpServer server = TestingHttp.of(TestingTool.echo())) {
            HttpClientOf client = new HttpClientOf(server.uri());
            String body = callOf("echo_word", MODERN);

            List<HttpResponse<String>> refused = List.of(
                    client.modern("tools/call").post("/mcp", body),
                    client.modernCall("other").post("/mcp", body),
                    client.modern("tools/list").with("Mcp-Name", "echo_word").post("/mcp", body),
                    client.modernCall("echo_word")
                            .with("MCP-Protocol-Version", "2031-01-01")
                            .post("/mcp", body),
                    client.modernCall("=?base64?ZWNobw?=").post("/mcp", body));

            assertThat(refused).allSatisfy(response -> {
                assertThat(response.statusCode()).isEqualTo(400);
                assertThat(last(response).at("/error/code").asInt()).isEqualTo(-32_020);
            });
            assertThat(client.modernCall("=?base64?ZWNob193b3Jk?=")
                            .post("/mcp", body)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesVersionsThatNobodySpeaks() {
        try (HttpServer server = TestingHttp.of()) {
            HttpResponse<String> response = new HttpClientOf(server.uri())
                    .modern("server/discover")
                    .with("MCP-Protocol-Version", "2031-01-01")
                    .post("/mcp", DISCOVER.replace("2026-07-28", "2031-01-01"));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(last(response).at("/error/code").asInt()).isEqualTo(-32_022);
        }
    }

    @Test
    void wantsToKnowWhoAsks() {
        try (HttpServer server = TestingHttp.of()) {
            HttpResponse<String> response = new HttpClientOf(server.uri())
                    .modern("server/discover")
                    .post("/mcp", "{'jsonrpc':'2.0','id':3,'method':'server/discover','params':{}}");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(last(response).at("/error/code").asInt()).isEqualTo(-32_602);
        }
    }

    @Test
    void streamsProgressBeforeTheResult() {
        Tool working = TestingTool.named("work", call -> {
            call.progress().stage("working", 2);
            call.progress().advance(2);
            return TestingTool.said("done");
        });
        try (HttpServer server = TestingHttp.of(working)) {
            HttpResponse<String> response = new HttpClientOf(server.uri())
                    .modernCall("work")
                    .post("/mcp", callOf("work", MODERN.replace("'_meta':{", "'_meta':{'progressToken':'p',")));

            assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(messages(response))
                    .extracting(message -> message.path("method").asString(""))
                    .containsExactly("notifications/progress", "notifications/progress", "");
            assertThat(last(response).at("/result/structuredContent/said").asString())
                    .isEqualTo("done");
        }
    }

    @Test
    void takesAClosedConnectionForACancellation() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Tool waiting = TestingTool.named("wait", call -> {
            begun.countDown();
            while (!call.progress().cancelled()) {
                Thread.onSpinWait();
            }
            stopped.countDown();
            return TestingTool.said("never heard");
        });
        try (HttpServer server = TestingHttp.of(waiting)) {
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
                byte[] body = callOf("wait", MODERN).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
                OutputStream out = socket.getOutputStream();
                out.write(("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Accept: application/json, text/event-stream\r\nMCP-Protocol-Version: 2026-07-28\r\n"
                                + "Mcp-Method: tools/call\r\nMcp-Name: wait\r\nContent-Length: " + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.flush();
                assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** One resource that a test changes. */
    private static final class Changing implements ResourceFamily, ResourceUpdates {

        private final CompletableFuture<Runnable> watcher = new CompletableFuture<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public List<ResourceDefinition> listed() {
            return List.of();
        }

        @Override
        public List<TemplateDefinition> templates() {
            return List.of();
        }

        @Override
        public Optional<ResourceContents> read(String uri, CallScope scope) {
            return Optional.empty();
        }

        @Override
        public boolean watchable(String uri) {
            return true;
        }

        @Override
        public Watch watch(String uri, Runnable changed) {
            watcher.complete(changed);
            return closed::countDown;
        }
    }

    @Test
    void announcesUntilTheServerStops() throws Exception {
        Changing changing = new Changing();
        Surface surface = Surface.of(RawClient.DESCRIPTION, List.of()).withResources(List.of(changing), changing);
        HttpServer server = TestingHttp.of(HttpSettings.loopback(0), Authenticator.everybody("tester"), surface);
        HttpClientOf client = new HttpClientOf(server.uri()).modern("subscriptions/listen");
        HttpRequest listen = client.request("/mcp")
                .POST(HttpRequest.BodyPublishers.ofString(request(
                                "subscriptions/listen",
                                "'notifications':{'resourceSubscriptions':['sync://runs/1']}," + MODERN)
                        .replace('\'', '"')))
                .build();
        HttpResponse<InputStream> response = client.http().send(listen, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(nextData(lines)).contains("notifications/subscriptions/acknowledged");
            changing.watcher.get(PATIENCE_SECONDS, TimeUnit.SECONDS).run();
            assertThat(nextData(lines)).contains("notifications/resources/updated", "sync://runs/1", "subscriptionId");
            server.close();
            assertThat(nextData(lines)).contains("\"resultType\":\"complete\"");
        }
        assertThat(changing.closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private static String nextData(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    // the era of sessions

    private static McpSyncClient connected(McpClientTransport transport) {
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .initializationTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .capabilities(ClientCapabilities.builder().elicitation().build())
                .elicitation(any -> ElicitResult.builder(ElicitResult.Action.ACCEPT)
                        .content(Map.of("ok", true))
                        .build())
                .build();
        client.initialize();
        return client;
    }

    private static Tool asking() {
        return TestingTool.named(
                "ask",
                call -> TestingTool.said(call.ask(io.catalogbridge.server.surface.Question.form(
                                "sure", "Sure?", Map.of("type", "object")))
                        .kind()
                        .name()));
    }

    @Test
    void servesSessionsOverStreamableHttp() {
        try (HttpServer server = TestingHttp.of(TestingTool.echo(), asking())) {
            McpSyncClient client = connected(
                    HttpClientStreamableHttpTransport.builder(server.uri().toString())
                            .build());

            assertThat(client.callTool(CallToolRequest.builder("echo_word")
                                    .arguments(Map.of("word", "hi"))
                                    .build())
                            .structuredContent())
                    .isEqualTo(Map.of("said", "hi"));
            assertThat(client.callTool(CallToolRequest.builder("ask")
                                    .arguments(Map.of())
                                    .build())
                            .structuredContent())
                    .isEqualTo(Map.of("said", "ACCEPTED"));
            client.closeGracefully();
        }
    }

    @Test
    @SuppressWarnings("deprecation") // as the transport is, by protocol and SDK
    void servesSessionsOverTheOlderTransport() {
        try (HttpServer server = TestingHttp.of(TestingTool.echo(), asking())) {
            McpSyncClient client =
                    connected(HttpClientSseClientTransport.builder(server.uri().toString())
                            .build());

            assertThat(client.listTools().tools()).hasSize(2);
            assertThat(client.callTool(CallToolRequest.builder("ask")
                                    .arguments(Map.of())
                                    .build())
                            .structuredContent())
                    .isEqualTo(Map.of("said", "ACCEPTED"));
            client.closeGracefully();
        }
    }

    private static HttpClientOf inSession(HttpServer server) {
        HttpClientOf client = new HttpClientOf(server.uri());
        HttpResponse<String> greeted = client.post("/mcp", INITIALIZE);
        HttpClientOf session = client.with(
                "Mcp-Session-Id", greeted.headers().firstValue("Mcp-Session-Id").orElseThrow());
        assertThat(session.post("/mcp", "{'jsonrpc':'2.0','method':'notifications/initialized'}")
                        .statusCode())
                .isEqualTo(202);
        return session;
    }

    @Test
    void cancelsACallOfASession() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Tool waiting = TestingTool.named("wait", call -> {
            begun.countDown();
            while (!call.progress().cancelled()) {
                Thread.onSpinWait();
            }
            return TestingTool.said("never heard");
        });
        try (HttpServer server = TestingHttp.of(waiting)) {
            HttpClientOf session = inSession(server);
            CompletableFuture<HttpResponse<String>> call =
                    CompletableFuture.supplyAsync(() -> session.post("/mcp", callOf("wait", "'x':1")));
            assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            session.post("/mcp", "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':7}}");

            assertThat(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS).body()).doesNotContain("\"result\"");
        }
    }

    @Test
    void endsASessionWhenAsked() {
        try (HttpServer server = TestingHttp.of(TestingTool.echo())) {
            HttpClientOf session = inSession(server);

            assertThat(session.delete("/mcp").statusCode()).isEqualTo(200);
            assertThat(session.post("/mcp", request("tools/list", "")).statusCode())
                    .isEqualTo(404);
        }
    }

    // what goes wrong

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "7",
                "{'jsonrpc':'1.0','id':1,'method':'ping'}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':[]}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/list'}",
                "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':7}}",
                "{'jsonrpc':'2.0','id':1,'result':{}}"
            })
    void explainsBadMessagesWithoutShowingItsInside(String message) {
        try (HttpServer server = TestingHttp.of()) {
            for (String path : List.of("/mcp", "/sse/message", "/sse/message?sessionId=nobody")) {
                HttpResponse<String> response = new HttpClientOf(server.uri()).post(path, message);

                assertThat(response.statusCode()).isBetween(400, 499);
                assertThat(response.body()).doesNotContain("Exception", "stackTrace", "io.modelcontextprotocol");
                assertThat(last(response).at("/error/message").asString()).isNotBlank();
            }
        }
    }

    @Test
    void knowsNoOtherPaths() {
        try (HttpServer server = TestingHttp.of()) {
            HttpClientOf client = new HttpClientOf(server.uri());

            assertThat(client.post("/foo/mcp", INITIALIZE).statusCode()).isEqualTo(404);
            assertThat(client.post("/mcp/foo", INITIALIZE).statusCode()).isEqualTo(404);
            assertThat(client.get("/").body()).doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET //mcp HTTP/1.1, 400",
        "GET /%zz HTTP/1.1, 400",
        "NONSENSE, 400",
        "TRACE /mcp HTTP/1.1, 405",
        "PATCH /mcp HTTP/1.1, 405",
        "FETCH /mcp HTTP/1.1, 501",
        "POST /health HTTP/1.1, 405",
        "DELETE /metrics HTTP/1.1, 405"
    })
    void refusesInJsonWhatNoServletTakes(String line, int status) throws IOException {
        try (HttpServer server = TestingHttp.of();
                RawHttp client = new RawHttp(server.uri())) {
            RawHttp.Response response = client.ask(line, "Host: localhost");

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.headers()).containsEntry("content-type", "application/json");
            assertThat(JSON.readTree(response.body()).at("/error/message").asString())
                    .isNotBlank();
        }
    }

    @Test
    void refusesHeadersWithoutEndInJson() throws IOException {
        try (HttpServer server = TestingHttp.of();
                RawHttp client = new RawHttp(server.uri())) {
            RawHttp.Response response =
                    client.ask("GET /health HTTP/1.1", "Host: localhost", "Filler: " + "x".repeat(20_000));

            assertThat(response.status()).isEqualTo(431);
            assertThat(response.body()).startsWith("{\"jsonrpc\":\"2.0\",\"error\":");
        }
    }

    @Test
    void answersUnderItsOwnNamesOnly() throws IOException {
        HttpSettings settings = HttpSettings.loopback(0).withAllowed(List.of(), List.of("bridge.example"));
        try (HttpServer server = TestingHttp.of(settings, Authenticator.everybody("tester"));
                RawHttp client = new RawHttp(server.uri())) {
            for (String path : List.of("/mcp", "/sse", "/metrics")) {
                assertThat(client.ask("DELETE " + path + " HTTP/1.1", "Host: evil.example")
                                .status())
                        .isEqualTo(403);
                assertThat(client.ask("DELETE " + path + " HTTP/1.1", "Host: bridge.example:8080")
                                .status())
                        .isIn(400, 405);
            }
        }
    }

    @Test
    void refusesForeignPages() {
        try (HttpServer server = TestingHttp.of()) {
            HttpClientOf client = new HttpClientOf(server.uri()).modern("server/discover");

            assertThat(client.with("Origin", "https://evil.example")
                            .post("/mcp", DISCOVER)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(client.with("Origin", "null").get("/sse").statusCode()).isEqualTo(403);
            HttpResponse<String> local =
                    client.with("Origin", "http://localhost:3000").post("/mcp", DISCOVER);
            assertThat(local.statusCode()).isEqualTo(200);
            assertThat(local.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("http://localhost:3000");
        }
    }

    @Test
    void letsOnlyHoldersOfTheTokenIn() {
        AtomicReference<String> token = new AtomicReference<>("open sesame");
        try (HttpServer server = TestingHttp.of(HttpSettings.loopback(0), new BearerToken(token::get, "holder"))) {
            HttpClientOf client = new HttpClientOf(server.uri()).modern("server/discover");
            HttpResponse<String> stranger = client.post("/mcp", DISCOVER);

            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(client.with("Authorization", "Bearer wrong")
                            .post("/mcp", DISCOVER)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.with("Authorization", "Bearer open sesame")
                            .post("/mcp", DISCOVER)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void boundsMessagesAndRates() {
        HttpSettings settings = HttpSettings.loopback(0).withLimits(1_000, 4, 3);
        try (HttpServer server = TestingHttp.of(settings, Authenticator.everybody("tester"))) {
            HttpClientOf client = new HttpClientOf(server.uri()).modern("server/discover");

            assertThat(client.post("/mcp", " ".repeat(2_000)).statusCode()).isEqualTo(413);
            assertThat(client.post("/mcp", DISCOVER).statusCode()).isEqualTo(200);
            assertThat(client.post("/mcp", DISCOVER).statusCode()).isEqualTo(200);
            HttpResponse<String> tooMany = client.post("/mcp", DISCOVER);
            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();
        }
    }

    /** A tool that says when it has begun, and ends when it is told to. */
    private static Tool slow(CountDownLatch begun, CountDownLatch goOn) {
        return TestingTool.named("slow", call -> {
            begun.countDown();
            try {
                assertThat(goOn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return TestingTool.said("done");
        });
    }

    @Test
    void asksToComeBackLaterWhenTooMuchRuns() throws Exception {
        HttpSettings settings = HttpSettings.loopback(0)
                .withLimits(10_000, 1, 0)
                .withTimes(Duration.ofMillis(100), Duration.ofSeconds(20));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Tool slow = slow(begun, goOn);
        try (HttpServer server = TestingHttp.of(settings, Authenticator.everybody("tester"), slow)) {
            HttpClientOf client = new HttpClientOf(server.uri());
            CompletableFuture<HttpResponse<String>> call = CompletableFuture.supplyAsync(
                    () -> client.modernCall("slow").post("/mcp", callOf("slow", MODERN)));
            assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> refused = client.modern("server/discover").post("/mcp", DISCOVER);
            goOn.countDown();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(last(refused).at("/error/message").asString()).contains("busy");
            assertThat(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void finishesWhatRunsBeforeItStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Tool slow = slow(begun, goOn);
        HttpServer server = TestingHttp.of(slow);
        HttpClientOf client = new HttpClientOf(server.uri());
        CompletableFuture<HttpResponse<String>> call =
                CompletableFuture.supplyAsync(() -> client.modernCall("slow").post("/mcp", callOf("slow", MODERN)));
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        HttpResponse<String> ready = client.get("/health/ready");
        while (ready.statusCode() == 200) {
            ready = client.get("/health/ready");
        }
        int live = client.get("/health/live").statusCode();
        int late = client.modern("server/discover").post("/mcp", DISCOVER).statusCode();
        goOn.countDown();

        JsonNode answer = last(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        closing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(answer.at("/result/structuredContent/said").asString()).isEqualTo("done");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(ready.body()).get("status").asString()).isEqualTo("stopping");
        assertThat(live).isEqualTo(200);
        assertThat(late).isEqualTo(503);
    }

    @Test
    void tellsHowItIs() {
        try (HttpServer server = TestingHttp.of()) {
            HttpClientOf client = new HttpClientOf(server.uri());

            assertThat(client.get("/health/live").body()).contains("up");
            assertThat(client.get("/health/ready").body()).contains("ok");
            assertThat(client.get("/metrics").body()).contains("mcp_requests_running");
        }
    }
}
