package io.catalogbridge.server.protocol;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolDefinition.Effect;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

class StdioServerTest {

    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int INVALID_PARAMS = -32602;

    private static JsonNode toolError(JsonNode reply) {
        assertThat(reply.at("/result/isError").asBoolean()).isTrue();
        assertThat(reply.at("/result").has("structuredContent")).isFalse();
        return new JsonMapper().readTree(reply.at("/result/content/0/text").asString());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int code(JsonNode reply) {
        return reply.at("/error/code").asInt();
    }

    @Test
    void givesPeopleMinutesToThink() {
        assertThat(Protocol.PATIENCE).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void introducesItself() {
        try (RawClient client = RawClient.of(TestingTool.echo())) {
            JsonNode result = client.greet("2025-11-25").get("result");

            assertThat(result.at("/serverInfo/name").asString()).isEqualTo("testing");
            assertThat(result.at("/serverInfo/title").asString()).isEqualTo("Testing");
            assertThat(result.at("/serverInfo/version").asString()).isEqualTo("1.0");
            assertThat(result.get("instructions").asString()).isEqualTo("Use echo_word to hear yourself.");
            assertThat(result.get("capabilities").has("tools")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-05, 2024-11-05",
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "1999-01-01, 2025-11-25"
    })
    void agreesOnAVersion(String asked, String agreed) {
        try (RawClient client = RawClient.of()) {
            assertThat(client.greet(asked).at("/result/protocolVersion").asString())
                    .isEqualTo(agreed);
        }
    }

    @Test
    void listsToolsInTheGivenOrderWithTitleAndAllHints() {
        Tool writing = new TestingTool(TestingTool.definition("a_write", Effect.WRITE), call -> TestingTool.said(""));
        try (RawClient client = RawClient.of(TestingTool.echo(), writing).initialize()) {
            JsonNode tools = client.send("{'jsonrpc':'2.0','id':1,'method':'tools/list'}")
                    .receive()
                    .at("/result/tools");

            assertThat(tools.valueStream().map(tool -> tool.get("name").asString()))
                    .containsExactly("echo_word", "a_write");
            assertThat(tools.get(1).get("title").asString()).isEqualTo("Title of a_write");
            assertThat(tools.get(1).get("annotations").toString())
                    .isEqualTo("{\"title\":\"Title of a_write\",\"readOnlyHint\":false,\"destructiveHint\":true,"
                            + "\"idempotentHint\":true,\"openWorldHint\":true}");
            assertThat(tools.get(0).at("/annotations/readOnlyHint").asBoolean()).isTrue();
            assertThat(tools.get(0).at("/outputSchema/required/0").asString()).isEqualTo("said");
        }
    }

    @Test
    void answersACallWithStructureAndOneLine() {
        try (RawClient client = RawClient.of(TestingTool.echo()).initialize()) {
            JsonNode reply = client.call(7, "echo_word", "{'word':'grüß 😀'}").receive();

            assertThat(reply.get("id").asInt()).isEqualTo(7);
            assertThat(reply.at("/result/structuredContent/said").asString()).isEqualTo("grüß 😀");
            assertThat(reply.at("/result/content").size()).isEqualTo(1);
            assertThat(reply.at("/result/content/0/text").asString()).isEqualTo("said grüß 😀");
            assertThat(reply.at("/result/isError").asBoolean()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26"})
    void repeatsTheStructureAsTextForClientsThatReadNoStructure(String version) {
        try (RawClient client = RawClient.of(TestingTool.echo()).initialize(version)) {
            JsonNode reply = client.call(1, "echo_word", "{'word':'x'}").receive();

            assertThat(reply.at("/result/content/1/text").asString()).isEqualTo("{\"said\":\"x\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{'jsonrpc':'2.0',", "{} {}", "{'id':1}}"})
    void answersALineThatIsNotJsonAndGoesOn(String line) {
        try (RawClient client = RawClient.of(TestingTool.echo()).initialize()) {
            JsonNode error = client.send(line).receive();

            assertThat(code(error)).isEqualTo(PARSE_ERROR);
            assertThat(error.has("id")).isFalse();
            assertThat(client.call(1, "echo_word", "{'word':'still here'}")
                            .receive()
                            .at("/result/structuredContent/said")
                            .asString())
                    .isEqualTo("still here");
        }
    }

    @Test
    void survivesBytesThatAreNotUtf8() {
        try (RawClient client = RawClient.of().initialize()) {
            byte[] bytes = {'"', (byte) 0xc3, (byte) 0x28, '"', '\n'};

            assertThat(code(client.sendBytes(bytes).receive())).isEqualTo(PARSE_ERROR);
            assertThat(client.send("{'jsonrpc':'2.0','id':1,'method':'ping'}")
                            .receive()
                            .has("result"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'jsonrpc':'2.0','id':1,'method':'ping'}]",
                "42",
                "null",
                "{}",
                "{'jsonrpc':'1.0','method':'ping'}",
                "{'jsonrpc':'2.0','id':null,'method':'ping'}",
                "{'jsonrpc':'2.0','id':1.5,'method':'ping'}",
                "{'jsonrpc':'2.0','id':{},'method':'ping'}",
                "{'jsonrpc':'2.0','method':42}"
            })
    void answersJsonThatIsNoMessage(String line) {
        try (RawClient client = RawClient.of()) {
            JsonNode error = client.send(line).receive();

            assertThat(code(error)).isEqualTo(INVALID_REQUEST);
            assertThat(error.has("id")).isFalse();
        }
    }

    @Test
    void echoesTheIdOfARequestThatIsNotOne() {
        try (RawClient client = RawClient.of()) {
            assertThat(client.send("{'jsonrpc':'2.0','id':'x'}")
                            .receive()
                            .get("id")
                            .asString())
                    .isEqualTo("x");
        }
    }

    @Test
    void ignoresBlankLinesStrayAnswersAndUnknownNotifications() {
        try (RawClient client = RawClient.of().initialize()) {
            client.send("")
                    .send("  \r")
                    .send("{'jsonrpc':'2.0','id':5,'result':{}}")
                    .send("{'jsonrpc':'2.0','id':5,'error':{'code':1,'message':'x'}}")
                    .send("{'jsonrpc':'2.0','method':'notifications/roots/list_changed'}")
                    .send("{'jsonrpc':'2.0','method':'notifications/none'}")
                    .send("{'jsonrpc':'2.0','method':'notifications/cancelled'}")
                    .send("{'jsonrpc':'2.0','id':9,'method':'ping'}");

            assertThat(client.receive().toString()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}");
        }
    }

    @Test
    void refusesLongLinesWithoutKeepingThem() {
        CallLimits limits = new CallLimits(1, 1, 1_000, Duration.ofSeconds(5));
        try (RawClient client = RawClient.of(limits, TestingTool.echo()).initialize()) {
            JsonNode error = client.call(1, "echo_word", "{'word':'" + "x".repeat(100_000) + "'}")
                    .receive();

            assertThat(code(error)).isEqualTo(INVALID_REQUEST);
            assertThat(error.at("/error/message").asString()).contains("longer than 1000 bytes");
            assertThat(client.call(2, "echo_word", "{'word':'short'}").receive().has("result"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools/list", "tools/call", "logging/setLevel"})
    void refusesRequestsBeforeInitialize(String method) {
        try (RawClient client = RawClient.of(TestingTool.echo())) {
            JsonNode error = client.send("{'jsonrpc':'2.0','id':1,'method':'" + method + "'}")
                    .receive();

            assertThat(code(error)).isEqualTo(INVALID_REQUEST);
            assertThat(error.at("/error/message").asString()).contains("'initialize' before '" + method + "'");
            client.hangUp();
            assertThat(client.exitCode()).isZero();
        }
    }

    @Test
    void answersPingBeforeInitialize() {
        try (RawClient client = RawClient.of()) {
            assertThat(client.send("{'jsonrpc':'2.0','id':1,'method':'ping'}")
                            .receive()
                            .has("result"))
                    .isTrue();
        }
    }

    @Test
    void servesClientsThatForgetToSayTheyAreReady() {
        try (RawClient client = RawClient.of(TestingTool.echo())) {
            client.greet("2025-06-18");

            assertThat(client.call(1, "echo_word", "{'word':'x'}").receive().has("result"))
                    .isTrue();
        }
    }

    @Test
    void initializesOnce() {
        try (RawClient client = RawClient.of().initialize()) {
            assertThat(code(client.greet("2025-11-25"))).isEqualTo(INVALID_REQUEST);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'jsonrpc':'2.0','id':1,'method':'tools/call'}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':[]}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':42}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'echo_word','arguments':[]}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'cursor':'made-up'}}",
                "{'jsonrpc':'2.0','id':1,'method':'logging/setLevel','params':{'level':{}}}"
            })
    void refusesWrongParameters(String request) {
        try (RawClient client = RawClient.of(TestingTool.echo()).initialize()) {
            JsonNode error = client.send(request).receive();

            assertThat(code(error)).isEqualTo(INVALID_PARAMS);
            assertThat(error.get("id").asInt()).isEqualTo(1);
            assertThat(error.toString()).doesNotContain("Exception", "io.modelcontextprotocol");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'protocolVersion':42", "'protocolVersion':'2025-06-18','capabilities':[]"})
    void refusesAnInitializeThatIsNotOne(String params) {
        try (RawClient client = RawClient.of()) {
            JsonNode error = client.send("{'jsonrpc':'2.0','id':1,'method':'initialize','params':{" + params + "}}")
                    .receive();

            assertThat(code(error)).isEqualTo(INVALID_PARAMS);
            assertThat(error.toString()).doesNotContain("Exception", "io.modelcontextprotocol");
        }
    }

    @Test
    void namesTheUnknownToolAndTheClosestOnes() {
        try (RawClient client = RawClient.of(TestingTool.echo()).initialize()) {
            JsonNode close = client.call(1, "echo_wrod", "{}").receive();
            JsonNode far = client.call(2, "launch_rocket", "{}").receive();

            assertThat(code(close)).isEqualTo(INVALID_PARAMS);
            assertThat(close.at("/error/message").asString())
                    .isEqualTo("Unknown tool: echo_wrod; did you mean echo_word?");
            assertThat(far.at("/error/message").asString())
                    .isEqualTo("Unknown tool: launch_rocket; there are echo_word");
        }
    }

    @Test
    void tellsWhichArgumentIsWrong() {
        try (RawClient client = RawClient.of(TestingTool.echo()).initialize()) {
            JsonNode error = toolError(
                    client.call(1, "echo_word", "{'word':42,'wrod':'x'}").receive());

            assertThat(error.get("code").asString()).isEqualTo("INVALID_ARGUMENT");
            assertThat(error.get("message").asString()).contains("word", "wrod");
            assertThat(error.get("retryable").asBoolean()).isFalse();
        }
    }

    @Test
    void passesOnWhatAToolCannotDo() {
        Tool refusing = TestingTool.named("refuse", call -> {
            throw new ToolFailure("NOT_FOUND", "there is no X", true, List.of("Y", "Z"), "search_assets");
        });
        try (RawClient client = RawClient.of(refusing).initialize()) {
            assertThat(toolError(client.call(1, "refuse", "{}").receive()).toString())
                    .isEqualTo("{\"code\":\"NOT_FOUND\",\"message\":\"there is no X\",\"retryable\":true,"
                            + "\"suggestions\":[\"Y\",\"Z\"],\"nextTool\":\"search_assets\"}");
        }
    }

    @Test
    void keepsUnexpectedFailuresInTheLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(ToolMethods.class);
        logger.addAppender(log);
        Tool broken = TestingTool.named("break", call -> {
            throw new IllegalStateException("password=hunter2");
        });
        try (RawClient client = RawClient.of(broken).initialize()) {
            JsonNode reply = client.call(1, "break", "{}").receive();

            JsonNode error = toolError(reply);
            assertThat(error.get("code").asString()).isEqualTo("INTERNAL");
            assertThat(reply.toString()).doesNotContain("hunter2", "IllegalState", "\\tat ");
            String incident = error.get("message").asString().replaceFirst(".* incident ", "");
            assertThat(log.list).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.ERROR);
                assertThat(event.getFormattedMessage()).contains(incident);
                assertThat(event.getThrowableProxy().getMessage()).isEqualTo("password=hunter2");
            });
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void doesNotPassOnAResultThatBreaksItsOwnSchema() {
        Tool wrong = TestingTool.named(
                "mislead",
                call -> new ToolResult("", JsonNodeFactory.instance.objectNode().put("unsaid", 1)));
        try (RawClient client = RawClient.of(wrong).initialize()) {
            assertThat(toolError(client.call(1, "mislead", "{}").receive())
                            .get("code")
                            .asString())
                    .isEqualTo("INTERNAL");
        }
    }

    @Test
    void answersEvenWhenATextHoldsHalfACharacter() {
        Tool half = TestingTool.named("halve", call -> TestingTool.said("a\ud83d"));
        try (RawClient client = RawClient.of(half).initialize()) {
            assertThat(client.call(1, "halve", "{}")
                            .receive()
                            .at("/result/structuredContent/said")
                            .asString())
                    .isEqualTo("a?");
        }
    }

    @Test
    void namesTheCallerByUserAndProgram() {
        Tool who = TestingTool.named("who", call -> TestingTool.said(call.principal()));
        try (RawClient client = RawClient.of(who).initialize()) {
            assertThat(client.call(1, "who", "{}")
                            .receive()
                            .at("/result/structuredContent/said")
                            .asString())
                    .isEqualTo("tester via raw");
        }
    }

    @Test
    void runsCallsBesideEachOther() {
        CountDownLatch both = new CountDownLatch(2);
        Tool meeting = TestingTool.named("meet", call -> {
            both.countDown();
            await(both);
            return TestingTool.said("met");
        });
        try (RawClient client = RawClient.of(meeting).initialize()) {
            client.call(1, "meet", "{}").call(2, "meet", "{}");

            assertThat(List.of(
                            client.receive().get("id").asInt(),
                            client.receive().get("id").asInt()))
                    .containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void answersPingWhileCallsRunAndRefusesWhatItCannotQueue() {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        Tool slow = TestingTool.named("wait", call -> {
            started.countDown();
            await(open);
            return TestingTool.said("done");
        });
        CallLimits limits = new CallLimits(1, 1, 10_000, Duration.ofSeconds(20));
        try (RawClient client = RawClient.of(limits, slow).initialize()) {
            client.call(1, "wait", "{}");
            await(started);
            client.call(2, "wait", "{}").call(3, "wait", "{}").send("{'jsonrpc':'2.0','id':4,'method':'ping'}");

            JsonNode refused = client.receive();
            assertThat(refused.get("id").asInt()).isEqualTo(3);
            assertThat(refused.at("/error/message").asString()).startsWith("Too many calls");
            assertThat(client.receive().get("id").asInt()).isEqualTo(4);
            open.countDown();
            assertThat(client.receive().get("id").asInt()).isEqualTo(1);
            assertThat(client.receive().get("id").asInt()).isEqualTo(2);
        }
    }

    @Test
    void refusesASecondCallUnderARunningId() {
        CountDownLatch open = new CountDownLatch(1);
        Tool slow = TestingTool.named("wait", call -> {
            await(open);
            return TestingTool.said("done");
        });
        try (RawClient client = RawClient.of(slow).initialize()) {
            client.call(1, "wait", "{}").call(1, "wait", "{}");

            assertThat(code(client.receive())).isEqualTo(INVALID_REQUEST);
            open.countDown();
            assertThat(client.receive().has("result")).isTrue();
        }
    }

    @Test
    void tellsTheToolThatItsCallIsCancelledAndSendsNoReply() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        Tool slow = TestingTool.named("wait", call -> {
            started.countDown();
            await(cancelled);
            heard.complete(call.progress().cancelled());
            return TestingTool.said("too late");
        });
        try (RawClient client = RawClient.of(slow, TestingTool.echo()).initialize()) {
            client.call(1, "wait", "{}");
            await(started);
            client.send(
                            "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1,'reason':'changed my mind'}}")
                    .send("{'jsonrpc':'2.0','id':2,'method':'ping'}")
                    .receive();
            cancelled.countDown();

            assertThat(heard.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
            client.hangUp();
            assertThat(client.rest()).isEmpty();
            assertThat(client.exitCode()).isZero();
        }
    }

    @Test
    void reportsProgressThatIncreasesAndStopsAtTheAnswer() {
        CompletableFuture<Runnable> late = new CompletableFuture<>();
        Tool working = TestingTool.named("work", call -> {
            call.progress().stage("reading", 3);
            call.progress().advance(3);
            call.progress().stage("writing", 2);
            call.progress().advance(2);
            late.complete(() -> call.progress().stage("too late", 1));
            return TestingTool.said("done");
        });
        try (RawClient client = RawClient.of(working).initialize()) {
            client.send(
                    "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'work','arguments':{},'_meta':{'progressToken':'t'}}}");

            assertProgress(client.receive(), 1, 4, "reading");
            assertProgress(client.receive(), 4, 4, "reading");
            assertProgress(client.receive(), 5, 7, "writing");
            assertProgress(client.receive(), 7, 7, "writing");
            assertThat(client.receive().get("id").asInt()).isEqualTo(1);
            late.join().run();
            client.hangUp();
            assertThat(client.rest()).isEmpty();
        }
    }

    private static void assertProgress(JsonNode message, int progress, int total, String stage) {
        assertThat(message.get("method").asString()).isEqualTo("notifications/progress");
        JsonNode params = message.get("params");
        assertThat(params.get("progressToken").asString()).isEqualTo("t");
        assertThat(params.get("progress").asDouble()).isEqualTo(progress);
        assertThat(params.get("total").asDouble()).isEqualTo(total);
        assertThat(params.get("message").asString()).isEqualTo(stage);
    }

    @Test
    void reportsNoProgressToThoseWhoDidNotAsk() {
        Tool working = TestingTool.named("work", call -> {
            call.progress().stage("reading", 3);
            return TestingTool.said("done");
        });
        try (RawClient client = RawClient.of(working).initialize()) {
            assertThat(client.call(1, "work", "{}").receive().has("result")).isTrue();
        }
    }

    @Test
    void writesTheAnswersOfRunningCallsAfterTheEndOfInput() {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        Tool slow = TestingTool.named("wait", call -> {
            started.countDown();
            await(open);
            return TestingTool.said("done");
        });
        try (RawClient client = RawClient.of(slow).initialize()) {
            client.call(1, "wait", "{}");
            await(started);
            client.hangUp();
            open.countDown();

            assertThat(client.exitCode()).isZero();
            assertThat(client.rest())
                    .singleElement()
                    .satisfies(reply -> assertThat(reply.get("id").asInt()).isEqualTo(1));
        }
    }

    @Test
    void cancelsCallsThatOutlastTheEndOfInput() {
        CountDownLatch started = new CountDownLatch(1);
        Tool endless = TestingTool.named("wait", call -> {
            started.countDown();
            while (!call.progress().cancelled()) {
                Thread.onSpinWait();
            }
            return TestingTool.said("stopped");
        });
        CallLimits limits = new CallLimits(1, 1, 10_000, Duration.ofMillis(50));
        try (RawClient client = RawClient.of(limits, endless).initialize()) {
            client.call(1, "wait", "{}");
            await(started);
            client.hangUp();

            assertThat(client.exitCode()).isZero();
            assertThat(client.rest()).isEmpty();
        }
    }

    private static Stream<OutputStream> closedStreams() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        return Stream.of(closed, new PrintStream(closed, false, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("closedStreams")
    void endsWithAnErrorWhenTheClientNoLongerReads(OutputStream closed) {
        byte[] pings =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n".repeat(3).getBytes(StandardCharsets.UTF_8);

        StdioServer server = new StdioServer(
                RawClient.protocol(List.of()), "tester", new ByteArrayInputStream(pings), closed, CallLimits.DEFAULT);

        assertThat(server.run()).isEqualTo(1);
    }
}
