package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.CapabilityRequired;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.ResourceUpdates;
import io.catalogbridge.server.surface.Surface;
import io.catalogbridge.server.surface.TaskState;
import io.catalogbridge.server.surface.Tasks;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Clients of the stateless era at the other end of a pair of streams. */
class ModernStdioTest {

    private static final String META = "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':{}}";
    private static final String ABLE = "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':{'elicitation':{},"
            + "'extensions':{'io.modelcontextprotocol/tasks':{}}}}";

    private static JsonNode ask(RawClient client, String method, String params) {
        return client.send("{'jsonrpc':'2.0','id':7,'method':'" + method + "','params':{" + params + "}}")
                .receive();
    }

    private static JsonNode call(RawClient client, String tool, String rest) {
        return ask(client, "tools/call", "'name':'" + tool + "','arguments':{}," + rest);
    }

    @Test
    void discoversWithoutAHandshake() {
        try (RawClient client = RawClient.of(TestingTool.echo())) {
            JsonNode result = ask(client, "server/discover", META).get("result");

            assertThat(result.get("supportedVersions").get(0).asString()).isEqualTo("2026-07-28");
            assertThat(result.get("resultType").asString()).isEqualTo("complete");
            assertThat(result.get("ttlMs").isIntegralNumber()).isTrue();
            assertThat(result.get("capabilities").has("resources")).isFalse();
            assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/name")
                            .asString())
                    .isEqualTo("testing");
        }
    }

    @Test
    void listsAndCallsTools() {
        try (RawClient client = RawClient.of(TestingTool.echo())) {
            JsonNode listed = ask(client, "tools/list", META).get("result");
            JsonNode called = ask(client, "tools/call", "'name':'echo_word','arguments':{'word':'hi'}," + META)
                    .get("result");

            assertThat(listed.at("/tools/0/name").asString()).isEqualTo("echo_word");
            assertThat(listed.get("cacheScope").asString()).isEqualTo("public");
            assertThat(called.at("/structuredContent/said").asString()).isEqualTo("hi");
            assertThat(called.get("content").size()).isEqualTo(1);
        }
    }

    @Test
    void servesBothErasOnOnePairOfStreams() {
        try (RawClient client = RawClient.of(TestingTool.echo())) {
            assertThat(ask(client, "tools/list", META).has("result")).isTrue();
            client.initialize();

            assertThat(client.call(1, "echo_word", "{'word':'x'}").receive().has("result"))
                    .isTrue();
            assertThat(ask(client, "tools/list", META).at("/result/resultType").asString())
                    .isEqualTo("complete");
        }
    }

    @Test
    void saysWhichVersionsAreSpoken() {
        try (RawClient client = RawClient.of()) {
            JsonNode error = ask(client, "tools/list", META.replace("2026-07-28", "2031-01-01"))
                    .get("error");

            assertThat(error.get("code").asInt()).isEqualTo(Refusal.UNSUPPORTED_VERSION);
            assertThat(error.at("/data/requested").asString()).isEqualTo("2031-01-01");
            assertThat(error.at("/data/supported/0").asString()).isEqualTo("2026-07-28");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"initialize", "ping", "logging/setLevel", "resources/subscribe", "no/such"})
    void knowsNoMethodsOfTheEraOfSessions(String method) {
        try (RawClient client = RawClient.of()) {
            assertThat(ask(client, method, META).at("/error/code").asInt()).isEqualTo(Refusal.METHOD_NOT_FOUND);
        }
    }

    @Test
    void wantsToKnowWhatTheClientCanDo() {
        try (RawClient client = RawClient.of()) {
            JsonNode error = ask(
                            client, "tools/list", "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28'}")
                    .get("error");

            assertThat(error.get("code").asInt()).isEqualTo(Refusal.INVALID_PARAMS);
        }
    }

    @Test
    void reportsProgressBeforeTheResult() {
        Tool working = TestingTool.named("work", call -> {
            call.progress().stage("working", 2);
            return TestingTool.said("done");
        });
        try (RawClient client = RawClient.of(working)) {
            JsonNode first = call(client, "work", META.replace("'_meta':{", "'_meta':{'progressToken':'p',"));

            assertThat(first.get("method").asString()).isEqualTo("notifications/progress");
            assertThat(first.at("/params/progressToken").asString()).isEqualTo("p");
            assertThat(client.receive().has("result")).isTrue();
        }
    }

    @Test
    void logsOnlyForThoseWhoWantIt() {
        Tool talking = TestingTool.named("talk", call -> {
            call.log(LogLevel.WARNING, "look out");
            return TestingTool.said("done");
        });
        try (RawClient client = RawClient.of(talking)) {
            assertThat(call(client, "talk", META).has("result")).isTrue();

            JsonNode logged = call(
                    client, "talk", META.replace("'_meta':{", "'_meta':{'io.modelcontextprotocol/logLevel':'info',"));
            assertThat(logged.at("/params/data").asString()).isEqualTo("look out");
            assertThat(client.receive().has("result")).isTrue();
        }
    }

    private static final Question SURE = Question.form("sure", "Sure?", Map.of("type", "object"));

    private static Tool asking() {
        return TestingTool.named(
                "ask", call -> TestingTool.said(call.ask(SURE).kind().name()));
    }

    @Test
    void asksInTheResultAndGoesOnWithTheReply() {
        try (RawClient client = RawClient.of(asking())) {
            JsonNode asked = call(client, "ask", ABLE).get("result");
            String state = asked.get("requestState").asString();

            JsonNode answered = call(
                    client,
                    "ask",
                    "'inputResponses':{'sure':{'action':'decline'}},'requestState':'" + state + "'," + ABLE);

            assertThat(asked.get("resultType").asString()).isEqualTo("input_required");
            assertThat(asked.at("/inputRequests/sure/method").asString()).isEqualTo("elicitation/create");
            assertThat(answered.at("/result/structuredContent/said").asString()).isEqualTo("DECLINED");
        }
    }

    @Test
    void countsNoConsentThatNobodyAskedFor() {
        try (RawClient client = RawClient.of(asking())) {
            JsonNode asked = call(client, "ask", "'inputResponses':{'sure':{'action':'accept','content':{}}}," + ABLE);

            assertThat(asked.at("/result/resultType").asString()).isEqualTo("input_required");
        }
    }

    @Test
    void refusesAStateThatWasChangedOrBelongsElsewhere() {
        try (RawClient client = RawClient.of(asking(), TestingTool.named("other", asking()::call))) {
            String state = call(client, "ask", ABLE).at("/result/requestState").asString();

            assertThat(call(client, "ask", "'requestState':'" + state + "x'," + ABLE)
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(Refusal.INVALID_PARAMS);
            assertThat(call(client, "other", "'requestState':'" + state + "'," + ABLE)
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(Refusal.INVALID_PARAMS);
        }
    }

    @Test
    void asksNobodyWhoCannotBeAsked() {
        try (RawClient client = RawClient.of(asking())) {
            assertThat(call(client, "ask", META)
                            .at("/result/structuredContent/said")
                            .asString())
                    .isEqualTo("UNAVAILABLE");
        }
    }

    @Test
    void namesTheCapabilityThatIsMissing() {
        Tool demanding = TestingTool.named("demand", call -> {
            throw new CapabilityRequired("sampling");
        });
        try (RawClient client = RawClient.of(demanding)) {
            JsonNode error = call(client, "demand", META).get("error");

            assertThat(error.get("code").asInt()).isEqualTo(Refusal.CAPABILITY_REQUIRED);
            assertThat(error.at("/data/requiredCapabilities/sampling").isObject())
                    .isTrue();
        }
    }

    @Test
    void writesTheAnswersOfRunningCallsAfterTheEndOfInput() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        Tool waiting = TestingTool.named("wait", call -> {
            begun.countDown();
            await(open);
            return TestingTool.said("done");
        });
        try (RawClient client = RawClient.of(waiting)) {
            client.send("{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'wait','arguments':{}," + META
                    + "}}");
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            client.hangUp();
            open.countDown();

            assertThat(client.exitCode()).isZero();
            assertThat(client.rest())
                    .singleElement()
                    .satisfies(reply -> assertThat(
                                    reply.at("/result/structuredContent/said").asString())
                            .isEqualTo("done"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysNothingMoreAfterACancellation() throws InterruptedException {
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
        try (RawClient client = RawClient.of(waiting)) {
            client.send("{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'wait','arguments':{}," + META
                    + "}}");
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");
            assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(client.hangUp().rest()).isEmpty();
        }
    }

    /** One resource that a test changes. */
    private static class Changing implements ResourceFamily, ResourceUpdates {

        private final Map<String, Runnable> watchers = new ConcurrentHashMap<>();

        @Override
        public List<ResourceDefinition> listed() {
            return List.of(new ResourceDefinition("sync://runs/1", "run", "Run", "A run.", "application/json"));
        }

        @Override
        public List<TemplateDefinition> templates() {
            return List.of(new TemplateDefinition("sync://runs/{id}", "runs", "Runs", "Runs.", "application/json"));
        }

        @Override
        public Optional<ResourceContents> read(String uri, CallScope scope) {
            return uri.equals("sync://runs/1")
                    ? Optional.of(ResourceContents.text(uri, "application/json", "{}"))
                    : Optional.empty();
        }

        @Override
        public Completion complete(String template, String variable, String typed, Map<String, String> chosen) {
            return Completion.of(List.of(typed + "1"));
        }

        @Override
        public boolean watchable(String uri) {
            return uri.startsWith("sync://runs/");
        }

        @Override
        public Watch watch(String uri, Runnable changed) {
            watchers.put(uri, changed);
            return () -> watchers.remove(uri);
        }
    }

    private static Surface surface(Changing changing) {
        return Surface.of(RawClient.DESCRIPTION, List.of()).withResources(List.of(changing), changing);
    }

    @Test
    void announcesWhatIsListenedTo() {
        Changing changing = new Changing();
        try (RawClient client = RawClient.of(surface(changing))) {
            JsonNode acknowledged = ask(
                    client,
                    "subscriptions/listen",
                    "'notifications':{'toolsListChanged':true,'resourceSubscriptions':['sync://runs/1','glue://a/b']},"
                            + META);
            requireNonNull(changing.watchers.get("sync://runs/1")).run();
            JsonNode updated = client.receive();
            client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':7}}");
            client.send("{'jsonrpc':'2.0','id':8,'method':'ping'}").receive();

            assertThat(acknowledged.get("method").asString()).isEqualTo("notifications/subscriptions/acknowledged");
            assertThat(acknowledged.at("/params/notifications").toString())
                    .isEqualTo("{\"resourceSubscriptions\":[\"sync://runs/1\"]}");
            assertThat(updated.at("/params/uri").asString()).isEqualTo("sync://runs/1");
            assertThat(updated.at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asInt())
                    .isEqualTo(7);
            assertThat(changing.watchers).isEmpty();
        }
    }

    @Test
    void announcesAChangeDuringTheAcknowledgementAfterIt() {
        Changing changing = new Changing() {
            @Override
            public Watch watch(String uri, Runnable changed) {
                new Thread(changed, "announcer").start();
                return super.watch(uri, changed);
            }
        };
        try (RawClient client = RawClient.of(surface(changing))) {
            JsonNode acknowledged = ask(
                    client,
                    "subscriptions/listen",
                    "'notifications':{'resourceSubscriptions':['sync://runs/1']}," + META);

            assertThat(acknowledged.get("method").asString()).isEqualTo("notifications/subscriptions/acknowledged");
            assertThat(client.receive().at("/params/uri").asString()).isEqualTo("sync://runs/1");
        }
    }

    @Test
    void readsResourcesAndSaysWhichDoNotExist() {
        try (RawClient client = RawClient.of(surface(new Changing()))) {
            JsonNode read = ask(client, "resources/read", "'uri':'sync://runs/1'," + META);
            JsonNode missing = ask(client, "resources/read", "'uri':'sync://runs/2'," + META);
            JsonNode completed = ask(
                    client,
                    "completion/complete",
                    "'ref':{'type':'ref/resource','uri':'sync://runs/{id}'},'argument':{'name':'id','value':'x'},"
                            + META);

            assertThat(read.at("/result/contents/0/text").asString()).isEqualTo("{}");
            assertThat(read.at("/result/cacheScope").asString()).isEqualTo("private");
            assertThat(missing.at("/error/code").asInt()).isEqualTo(Refusal.INVALID_PARAMS);
            assertThat(completed.at("/result/completion/values/0").asString()).isEqualTo("x1");
        }
    }

    @Test
    void handsOutTasksToThoseWhoTakeThem() {
        Tool long_ =
                TestingTool.named("long", call -> call.acceptsTask() ? ToolResult.task("t1") : TestingTool.said("now"));
        Tasks tasks = new Tasks() {
            private TaskState.Status status = TaskState.Status.COMPLETED;

            @Override
            public Optional<TaskState> find(String id) {
                return Optional.of(new TaskState(
                                "t1",
                                status,
                                "working",
                                Instant.EPOCH,
                                Instant.EPOCH,
                                Duration.ofSeconds(1),
                                TestingTool.said("done"),
                                null))
                        .filter(task -> id.equals("t1"));
            }

            @Override
            public boolean cancel(String id, String principal) {
                status = TaskState.Status.CANCELLED;
                return true;
            }
        };
        try (RawClient client =
                RawClient.of(Surface.of(RawClient.DESCRIPTION, List.of(long_)).withTasks(tasks))) {
            JsonNode begun = call(client, "long", ABLE).get("result");
            JsonNode got = ask(client, "tasks/get", "'taskId':'t1'," + ABLE).get("result");

            assertThat(call(client, "long", META)
                            .at("/result/structuredContent/said")
                            .asString())
                    .isEqualTo("now");
            assertThat(begun.get("resultType").asString()).isEqualTo("task");
            assertThat(begun.get("status").asString()).isEqualTo("completed");
            assertThat(got.at("/result/structuredContent/said").asString()).isEqualTo("done");
            assertThat(ask(client, "tasks/cancel", "'taskId':'t1'," + ABLE)
                            .at("/result/resultType")
                            .asString())
                    .isEqualTo("complete");
            assertThat(ask(client, "tasks/get", "'taskId':'t1'," + ABLE)
                            .at("/result/status")
                            .asString())
                    .isEqualTo("cancelled");
            assertThat(ask(client, "tasks/get", "'taskId':'t2'," + ABLE)
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(Refusal.INVALID_PARAMS);
        }
    }

    /** Asked while the call runs, as the era of sessions can. */
    @Test
    void asksClientsWithASessionWhileTheyWait() {
        Tool asking = TestingTool.named("ask", call -> {
            Reply reply = call.ask(SURE);
            return TestingTool.said(reply.kind() + " " + reply.content().get("ok"));
        });
        try (RawClient client = RawClient.of(asking)) {
            client.send("{'jsonrpc':'2.0','id':'hello','method':'initialize','params':{'protocolVersion':'2025-11-25',"
                            + "'capabilities':{'elicitation':{}},'clientInfo':{'name':'raw','version':'1'}}}")
                    .receive();
            JsonNode question = client.call(1, "ask", "{}").receive();
            client.send("{'jsonrpc':'2.0','id':'" + question.get("id").asString()
                    + "','result':{'action':'accept','content':{'ok':true}}}");

            assertThat(question.get("method").asString()).isEqualTo("elicitation/create");
            assertThat(client.receive().at("/result/structuredContent/said").asString())
                    .isEqualTo("ACCEPTED true");
        }
    }
}
