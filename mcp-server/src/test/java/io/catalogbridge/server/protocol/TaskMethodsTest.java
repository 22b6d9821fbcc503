package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.CapabilityRequired;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.Surface;
import io.catalogbridge.server.surface.TaskState;
import io.catalogbridge.server.surface.TaskState.Status;
import io.catalogbridge.server.surface.Tasks;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TaskMethodsTest {

    private static final String VERSION = "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':";
    private static final String UNABLE = VERSION + "{}}";
    private static final String ABLE = VERSION + "{'extensions':{'io.modelcontextprotocol/tasks':{}}}}";

    private static final Tool LONG = TestingTool.named("work_long", call -> {
        if (!call.acceptsTask()) {
            throw CapabilityRequired.tasks();
        }
        return ToolResult.task("t1");
    });

    private static RawClient client(Tasks tasks) {
        return RawClient.of(Surface.of(RawClient.DESCRIPTION, List.of(LONG)).withTasks(tasks));
    }

    private static JsonNode ask(RawClient client, String method, String params) {
        return client.send("{'jsonrpc':'2.0','id':1,'method':'" + method + "','params':{" + params + "}}")
                .receive();
    }

    private static TaskState at(Status status, Question... questions) {
        return new TaskState(
                "t1",
                status,
                "the disk is full",
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ofSeconds(1),
                null,
                null,
                List.of(questions));
    }

    /** One task that wants to know two things and is done once it does. */
    private static final class Curious implements Tasks {

        private TaskState state = at(Status.INPUT_REQUIRED, question("name"), question("age"));
        private String heard = "";

        private static Question question(String key) {
            return Question.form(key, "Your " + key + "?", Map.of("type", "object", "properties", Map.of()));
        }

        @Override
        public synchronized Optional<TaskState> find(String id) {
            return Optional.of(state).filter(task -> id.equals("t1"));
        }

        @Override
        public synchronized void answer(String id, Map<String, Reply> replies, String principal) {
            heard += replies.keySet() + " " + principal + ";";
            List<Question> open = state.questions().stream()
                    .filter(question -> !replies.containsKey(question.key()))
                    .toList();
            state = open.isEmpty() ? at(Status.CANCELLED) : at(Status.INPUT_REQUIRED, open.toArray(Question[]::new));
        }

        @Override
        public boolean cancel(String id, String principal) {
            return false;
        }
    }

    @Test
    void tellsWhatATaskWantsToKnowUntilItIsAnswered() {
        Curious tasks = new Curious();
        try (RawClient client = client(tasks)) {
            JsonNode asked = ask(client, "tasks/get", "'taskId':'t1'," + ABLE).get("result");
            ask(
                    client,
                    "tasks/update",
                    "'taskId':'t1','inputResponses':{'name':{'action':'accept','content':{}},"
                            + "'other':{'action':'accept'},'age':17}," + ABLE);
            JsonNode half = ask(client, "tasks/get", "'taskId':'t1'," + ABLE).get("result");
            JsonNode told = ask(
                    client, "tasks/update", "'taskId':'t1','inputResponses':{'age':" + "{'action':'decline'}}," + ABLE);

            assertThat(asked.get("status").asString()).isEqualTo("input_required");
            assertThat(asked.at("/inputRequests/name/method").asString()).isEqualTo("elicitation/create");
            assertThat(asked.at("/inputRequests/age/params/message").asString()).isEqualTo("Your age?");
            assertThat(half.get("inputRequests").propertyNames()).containsExactly("age");
            assertThat(told.at("/result/resultType").asString()).isEqualTo("complete");
            assertThat(tasks.heard).isEqualTo("[name] tester;[age] tester;");
        }
    }

    @Test
    void hasAnErrorInsteadOfAResultForWhatBrokeOff() {
        try (RawClient client = client(broken())) {
            JsonNode got = ask(client, "tasks/get", "'taskId':'t1'," + ABLE).get("result");

            assertThat(got.get("status").asString()).isEqualTo("failed");
            assertThat(got.at("/error/code").asInt()).isEqualTo(Refusal.INTERNAL_ERROR);
            assertThat(got.at("/error/message").asString()).isEqualTo("the disk is full");
            assertThat(got.has("result")).isFalse();
        }
    }

    private static Tasks broken() {
        return new Tasks() {
            @Override
            public Optional<TaskState> find(String id) {
                return Optional.of(at(Status.FAILED));
            }

            @Override
            public boolean cancel(String id, String principal) {
                return false;
            }
        };
    }

    @Test
    void namesTheExtensionThatALongCallNeeds() {
        try (RawClient client = client(broken())) {
            JsonNode error = ask(client, "tools/call", "'name':'work_long','arguments':{}," + UNABLE)
                    .get("error");

            assertThat(error.get("code").asInt()).isEqualTo(Refusal.CAPABILITY_REQUIRED);
            assertThat(error.at("/data/requiredCapabilities/extensions").has("io.modelcontextprotocol/tasks"))
                    .isTrue();
        }
    }
}
