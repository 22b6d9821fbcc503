package io.catalogbridge.server.protocol.http;

import io.catalogbridge.server.protocol.TestingTool;
import io.catalogbridge.server.surface.Tool;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The older transport as raw messages see it. */
class SseSessionTest {

    private static final long PATIENCE_SECONDS = 60;

    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2024-11-05","capabilities":{},"clientInfo":{"name":"raw","version":"1"}}}""";

    private static final String LIST = """
            {"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    private static final String DISCOVER = """
            {"jsonrpc":"2.0","id":"probe","method":"server/discover","params":{}}""";

    private static final String WAIT = """
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"wait","arguments":{}}}""";

    private static final String CANCEL = """
            {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}""";

    private static final String PING = """
            {"jsonrpc":"2.0","id":3,"method":"ping"}""";

    /** One stream and the requests that are answered on it. */
    private record Session(RawHttp stream, RawHttp requests, String endpoint) implements AutoCloseable {

        static Session on(HttpServer server) throws IOException {
            RawHttp stream = new RawHttp(server.uri());
            assertThat(stream.open("/sse").status()).isEqualTo(200);
            return new Session(stream, new RawHttp(server.uri()), data(stream));
        }

        void send(String message) throws IOException {
            assertThat(requests.post(endpoint, HEADERS, message).status()).isBetween(200, 299);
        }

        JsonNode receive() throws IOException {
            return new JsonMapper().readTree(data(stream));
        }

        private static String data(RawHttp stream) throws IOException {
            String line = stream.line();
            while (!line.startsWith("data:")) {
                line = stream.line();
            }
            return line.substring("data:".length()).strip();
        }

        @Override
        public void close() throws IOException {
            stream.close();
            requests.close();
        }
    }

    @Test
    void refusesRequestsBeforeInitializeAndGoesOn() throws Exception {
        try (HttpServer server = TestingHttp.of(TestingTool.echo());
                Session session = Session.on(server)) {
            session.send(LIST);
            JsonNode refused = session.receive();
            session.send(INITIALIZE);
            JsonNode greeted = session.receive();
            session.send(LIST);

            assertThat(refused.at("/error/code").asInt()).isEqualTo(-32_600);
            assertThat(refused.at("/error/message").asString()).contains("'initialize' before 'tools/list'");
            assertThat(greeted.at("/result/protocolVersion").asString()).isEqualTo("2024-11-05");
            assertThat(session.receive().at("/result/tools/0/name").asString()).isEqualTo("echo_word");
        }
    }

    /** Clients of both eras ask so before they fall back, and wait for any answer. */
    @Test
    void answersTheProbeOfClientsThatKnowTheStatelessEra() throws Exception {
        try (HttpServer server = TestingHttp.of();
                Session session = Session.on(server)) {
            session.send(DISCOVER);

            JsonNode answer = session.receive();
            assertThat(answer.get("id").asString()).isEqualTo("probe");
            assertThat(answer.has("error")).isTrue();
        }
    }

    @Test
    void saysNothingMoreAfterACancellation() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Tool waiting = TestingTool.named("wait", call -> {
            begun.countDown();
            while (!call.progress().cancelled()) {
                Thread.onSpinWait();
            }
            ended.countDown();
            return TestingTool.said("never heard");
        });
        try (HttpServer server = TestingHttp.of(waiting);
                Session session = Session.on(server);
                RawHttp other = new RawHttp(server.uri())) {
            session.send(INITIALIZE);
            session.receive();
            Thread call = new Thread(() -> post(session, WAIT), "call");
            call.start();
            assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            other.post(session.endpoint(), HEADERS, CANCEL);
            assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            call.join();
            session.send(PING);

            assertThat(session.receive().get("id").asInt()).isEqualTo(3);
        }
    }

    private static void post(Session session, String message) {
        try {
            session.send(message);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
