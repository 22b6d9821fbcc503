package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.MutatedMessages;
import io.catalogbridge.server.protocol.MutatedMessages.Mutant;
import io.catalogbridge.server.protocol.QuietSdk;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages with mistakes over HTTP: every one is answered, none shows the server's inside, and the server goes on. */
@ExtendWith(QuietSdk.class)
class MutatedMessagesHttpTest {

    private static final int FEW = 2_000;
    private static final int MANY = 100_000;
    private static final int CLIENTS = 8;

    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<Integer> EXPECTED = Set.of(200, 202, 400, 404);

    private static final Map<String, String> BASE =
            Map.of("Content-Type", "application/json", "Accept", "application/json, text/event-stream");

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}}""";

    private static final String PING = """
            {"jsonrpc":"2.0","id":"last","method":"ping"}""";

    @Test
    void statelessRequests() throws Exception {
        serve(FEW, MutatedMessagesHttpTest::stateless);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void veryManyStatelessRequests() throws Exception {
        serve(MANY, MutatedMessagesHttpTest::stateless);
    }

    @Test
    void sessionsOverStreamableHttp() throws Exception {
        serve(FEW, MutatedMessagesHttpTest::session);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void veryManySessionsOverStreamableHttp() throws Exception {
        serve(MANY, MutatedMessagesHttpTest::session);
    }

    @Test
    void sessionsOverTheOlderTransport() throws Exception {
        serve(FEW, MutatedMessagesHttpTest::older);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void veryManyOverTheOlderTransport() throws Exception {
        serve(MANY, MutatedMessagesHttpTest::older);
    }

    /** What one client does with its share of the messages. */
    @FunctionalInterface
    private interface Client {
        void run(HttpServer server, MutatedMessages messages, int count) throws IOException;
    }

    private static void serve(int count, Client client) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (HttpServer server = TestingHttp.of(
                HttpSettings.loopback(0), Authenticator.everybody("tester"), MutatedMessages.surface())) {
            List<Callable<Void>> all = IntStream.range(0, CLIENTS)
                    .mapToObj(seed -> (Callable<Void>) () -> {
                        client.run(server, new MutatedMessages(seed), count / CLIENTS);
                        return null;
                    })
                    .toList();
            for (Future<Void> each : clients.invokeAll(all)) {
                each.get();
            }
            HttpClientOf after = new HttpClientOf(server.uri());
            assertThat(after.get("/health").statusCode()).isEqualTo(200);
        } finally {
            clients.shutdownNow();
        }
    }

    private static void assertClean(RawHttp.Response response, Mutant mutant) {
        assertThat(response.status()).as("%s: %s", mutant, response.body()).isIn(EXPECTED);
        response.messages().forEach(MutatedMessages::assertClean);
    }

    private static void stateless(HttpServer server, MutatedMessages messages, int count) throws IOException {
        try (RawHttp http = new RawHttp(server.uri())) {
            for (int sent = 0; sent < count; sent++) {
                Mutant mutant = messages.stateless();
                Map<String, String> headers = headers(mutant);
                assertClean(
                        mutant.sample().contains("subscriptions/listen")
                                ? http.glance("/mcp", headers, mutant.text())
                                : http.post("/mcp", headers, mutant.text()),
                        mutant);
            }
        }
    }

    /** Those of the message before it was changed. */
    private static Map<String, String> headers(Mutant mutant) {
        JsonNode sample = JSON.readTree(mutant.sample());
        Map<String, String> headers = new LinkedHashMap<>(BASE);
        headers.put("MCP-Protocol-Version", "2026-07-28");
        headers.put("Mcp-Method", sample.get("method").asString());
        for (String name : List.of("name", "uri", "taskId")) {
            JsonNode value = sample.at("/params/" + name);
            if (value.isString()) {
                headers.put("Mcp-Name", value.asString());
            }
        }
        return headers;
    }

    private static void session(HttpServer server, MutatedMessages messages, int count) throws IOException {
        try (RawHttp http = new RawHttp(server.uri())) {
            Map<String, String> headers = new LinkedHashMap<>(BASE);
            headers.put(
                    "Mcp-Session-Id",
                    http.post("/mcp", BASE, INITIALIZE).headers().getOrDefault("mcp-session-id", ""));
            for (int sent = 0; sent < count; sent++) {
                Mutant mutant = messages.session();
                assertClean(http.post("/mcp", headers, mutant.text()), mutant);
            }
            assertThat(http.post("/mcp", headers, PING).messages())
                    .singleElement()
                    .asString()
                    .contains("\"last\"", "\"result\"");
        }
    }

    /** The answers come on a stream of its own; the last one says that nothing hangs. */
    private static void older(HttpServer server, MutatedMessages messages, int count) throws IOException {
        try (RawHttp stream = new RawHttp(server.uri());
                RawHttp http = new RawHttp(server.uri())) {
            assertThat(stream.open("/sse").status()).isEqualTo(200);
            String endpoint = data(stream);
            for (int sent = 0; sent < count; sent++) {
                Mutant mutant = messages.any();
                assertClean(http.post(endpoint, BASE, mutant.text()), mutant);
            }
            http.post(endpoint, BASE, PING);
            String message = data(stream);
            while (!message.contains("\"last\"")) {
                MutatedMessages.assertClean(message);
                message = data(stream);
            }
        }
    }

    private static String data(RawHttp stream) throws IOException {
        String line = stream.line();
        while (!line.startsWith("data:")) {
            line = stream.line();
        }
        return line.substring("data:".length()).strip();
    }
}
