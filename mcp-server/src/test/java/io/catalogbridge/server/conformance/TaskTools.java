package io.catalogbridge.server.conformance;

import io.catalogbridge.server.surface.CapabilityRequired;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tools that begin tasks. */
record TaskTools(FixtureTasks tasks) {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private static final String NAME = """
            {"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}""";
    private static final String CONFIRM = """
            {"type":"object","properties":{"confirm":{"type":"boolean"}},"required":["confirm"]}""";
    private static final String COMPUTE = """
            {"type":"object","properties":{"seconds":{"type":"number"},"label":{"type":"string"}}}""";

    static List<Tool> all(FixtureTasks tasks) {
        TaskTools tools = new TaskTools(tasks);
        return List.of(
                Fixture.tool("greet", NAME, call -> hello(call.arguments().text("name"))),
                Fixture.tool("slow_compute", COMPUTE, tools::compute),
                Fixture.tool("failing_job", tools::fail),
                Fixture.tool("protocol_error_job", tools::breakOff),
                Fixture.tool("confirm_delete", """
                        {"type":"object","properties":{"filename":{"type":"string"}},"required":["filename"]}""", tools::confirm),
                Fixture.tool("multi_input", tools::askTwice),
                Fixture.tool("test_tool_with_task", tools::askAndBegin));
    }

    private static ToolResult hello(Object name) {
        return Fixture.said("Hello, " + name + "!");
    }

    private ToolResult compute(ToolCall call) {
        Number seconds = call.arguments().values().get("seconds") instanceof Number number ? number : 0;
        ToolResult result = Fixture.said("computed " + call.arguments().values().get("label"));
        return call.acceptsTask()
                ? ToolResult.task(tasks.completing(Duration.ofMillis((long) (seconds.doubleValue() * 1_000)), result))
                : result;
    }

    private ToolResult fail(ToolCall call) {
        requireTask(call);
        return ToolResult.task(
                tasks.refusing(A_WHILE, new ToolFailure("FAILED", "the job failed", false, List.of(), null)));
    }

    private static void requireTask(ToolCall call) {
        if (!call.acceptsTask()) {
            throw CapabilityRequired.tasks();
        }
    }

    private ToolResult breakOff(ToolCall call) {
        requireTask(call);
        return ToolResult.task(tasks.breaking(SHORT));
    }

    private ToolResult confirm(ToolCall call) {
        requireTask(call);
        String file = call.arguments().text("filename");
        List<Question> questions = List.of(Fixture.form("confirm", "Delete " + file + "?", CONFIRM));
        return ToolResult.task(tasks.asking(
                SHORT, questions, replies -> Fixture.said(agreed(replies) ? "deleted " + file : "kept " + file)));
    }

    private static boolean agreed(Map<String, Reply> replies) {
        return replies.values().stream()
                .anyMatch(reply ->
                        reply.accepted() && Boolean.TRUE.equals(reply.content().get("confirm")));
    }

    private ToolResult askTwice(ToolCall call) {
        requireTask(call);
        return ToolResult.task(tasks.asking(
                SHORT,
                List.of(
                        Fixture.form("name", "What is your name?", NAME),
                        Fixture.form("confirm", "Are you sure?", CONFIRM)),
                replies -> Fixture.said("answered: " + replies.keySet())));
    }

    private ToolResult askAndBegin(ToolCall call) {
        Reply reply = call.ask(Fixture.form("user_name", "What is your name?", NAME));
        ToolResult result = hello(String.valueOf(reply.content().get("name")));
        return call.acceptsTask() ? ToolResult.task(tasks.completing(SHORT, result)) : result;
    }
}
