package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.Content;
import io.catalogbridge.server.surface.Prompt;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
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
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages of both eras with up to two mistakes in them, and something that answers them; the same for the same seed. Not
 * thread-safe.
 */
public final class MutatedMessages {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> SESSION = List.of("""
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{"roots":{"listChanged":true}},"clientInfo":{"name":"c","version":"1"}}}""", """
            {"jsonrpc":"2.0","method":"notifications/initialized"}""", """
            {"jsonrpc":"2.0","id":2,"method":"tools/list","params":{}}""", """
            {"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"echo_word","arguments":{"word":"w"},"_meta":{"progressToken":3}}}""", """
            {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"a"}}""", """
            {"jsonrpc":"2.0","id":3,"method":"logging/setLevel","params":{"level":"debug"}}""", """
            {"jsonrpc":"2.0","id":5,"method":"resources/subscribe","params":{"uri":"test://a"}}""", """
            {"jsonrpc":"2.0","id":6,"method":"prompts/get","params":{"name":"begin","arguments":{"with":"x"}}}""", """
            {"jsonrpc":"2.0","id":4,"result":{"roots":[]}}""");

    private static final List<String> STATELESS = Stream.of("""
            {"jsonrpc":"2.0","id":"d","method":"server/discover","params":{%s}}""", """
            {"jsonrpc":"2.0","id":11,"method":"tools/list","params":{"cursor":"YWZ0ZXI6MQ",%s}}""", """
            {"jsonrpc":"2.0","id":12,"method":"tools/call","params":{"name":"echo_word","arguments":{"word":"w"},%s}}""", """
            {"jsonrpc":"2.0","id":13,"method":"tools/call","params":{"name":"ask","arguments":{},"inputResponses":{"sure":{"action":"accept","content":{"ok":true}}},"requestState":"e30.AA",%s}}""", """
            {"jsonrpc":"2.0","id":14,"method":"tools/call","params":{"name":"work_long","arguments":{},%s}}""", """
            {"jsonrpc":"2.0","id":15,"method":"resources/read","params":{"uri":"test://a",%s}}""", """
            {"jsonrpc":"2.0","id":16,"method":"prompts/get","params":{"name":"begin","arguments":{"with":"x"},%s}}""", """
            {"jsonrpc":"2.0","id":17,"method":"completion/complete","params":{"ref":{"type":"ref/resource","uri":"test://{id}"},"argument":{"name":"id","value":"a"},%s}}""", """
            {"jsonrpc":"2.0","id":18,"method":"tasks/update","params":{"taskId":"t1","inputResponses":{"sure":{"action":"accept"}},%s}}""", """
            {"jsonrpc":"2.0","id":19,"method":"tasks/get","params":{"taskId":"t1",%s}}""", """
            {"jsonrpc":"2.0","id":"l","method":"subscriptions/listen","params":{"notifications":{"resourceSubscriptions":["test://a"]},%s}}""", """
            {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"l"}}""")
            .map(sample -> sample.replace("%s", """
            "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{"elicitation":{},"extensions":{"io.modelcontextprotocol/tasks":{}}},"io.modelcontextprotocol/logLevel":"info","progressToken":"p"}"""))
            .toList();

    private final Random random;

    public MutatedMessages(long seed) {
        random = new Random(seed);
    }

    /**
     * A message with mistakes.
     *
     * @param sample what it was before
     */
    public record Mutant(String sample, String text) {}

    /** Of either era. */
    public Mutant any() {
        return random.nextBoolean() ? session() : stateless();
    }

    /** Of the era of sessions. */
    public Mutant session() {
        return mutated(SESSION);
    }

    public Mutant stateless() {
        return mutated(STATELESS);
    }

    private Mutant mutated(List<String> samples) {
        String sample = samples.get(random.nextInt(samples.size()));
        StringBuilder text = new StringBuilder(sample);
        for (int count = random.nextInt(3); count > 0; count--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) random.nextInt(256));
                case 2 -> text.setCharAt(at, (char) random.nextInt(256));
                case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
                default -> text.insert(at, sample);
            }
        }
        return new Mutant(sample, text.toString().replace("\n", ""));
    }

    /** A message of JSON-RPC that shows nothing of the server's inside. */
    public static void assertClean(String text) {
        assertThat(parsed(text).path("jsonrpc").asString("")).as(text).isEqualTo("2.0");
        assertThat(text).doesNotContain("Exception", "\\tat ", "java.lang", "io.modelcontextprotocol.");
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** Everything that the messages ask for. */
    public static Surface surface() {
        Tool asking = TestingTool.named(
                "ask",
                call -> TestingTool.said(
                        call.ask(Question.form("sure", "Sure?", Map.of("type", "object", "properties", Map.of())))
                                .kind()
                                .name()));
        Tool working = TestingTool.named(
                "work_long", call -> call.acceptsTask() ? ToolResult.task("t1") : TestingTool.said("done"));
        return Surface.of(RawClient.DESCRIPTION, List.of(TestingTool.echo(), asking, working))
                .withResources(List.of(new Resources()), (uri, changed) -> () -> {})
                .withPrompts(List.of(new Beginning()))
                .withTasks(new OneTask());
    }

    private static final class Resources implements ResourceFamily {

        @Override
        public List<ResourceDefinition> listed() {
            return List.of(new ResourceDefinition("test://a", "a", "A", "The first.", "text/plain"));
        }

        @Override
        public List<TemplateDefinition> templates() {
            return List.of(new TemplateDefinition("test://{id}", "all", "All", "All of them.", "text/plain"));
        }

        @Override
        public Optional<ResourceContents> read(String uri, CallScope scope) {
            return uri.equals("test://a")
                    ? Optional.of(ResourceContents.text(uri, "text/plain", "a"))
                    : Optional.empty();
        }

        @Override
        public Completion complete(String uriTemplate, String variable, String typed, Map<String, String> chosen) {
            return Completion.of(List.of(typed + "b"));
        }

        @Override
        public boolean watchable(String uri) {
            return uri.equals("test://a");
        }
    }

    private static final class Beginning implements Prompt {

        @Override
        public Definition definition() {
            return new Definition("begin", "Begin", "Begins.", List.of(new Argument("with", "What.", true)));
        }

        @Override
        public Messages fill(Map<String, String> arguments, CallScope scope) {
            return new Messages("Begins", List.of(new Message(Role.USER, new Content.Text("Begin."))));
        }
    }

    private static final class OneTask implements Tasks {

        @Override
        public Optional<TaskState> find(String id) {
            return Optional.of(new TaskState(
                            "t1",
                            TaskState.Status.WORKING,
                            "working",
                            Instant.EPOCH,
                            Instant.EPOCH,
                            Duration.ofSeconds(1),
                            null,
                            null))
                    .filter(task -> task.id().equals(id));
        }

        @Override
        public boolean cancel(String id, String principal) {
            return true;
        }
    }
}
