package io.catalogbridge.server.evaluation;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.bridge.BridgeOptions;
import io.catalogbridge.server.doctor.Doctor;
import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.tools.ToolContext;
import io.catalogbridge.server.tools.ToolContext.PlanDefaults;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import io.catalogbridge.server.tools.ToolSet;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tools over the demo tenant and an empty Glue, called as an assistant would call them. */
final class DemoTools implements AutoCloseable {

    private final Bridge bridge;
    private final Map<String, Tool> tools;

    private DemoTools(Bridge bridge) {
        this.bridge = bridge;
        this.tools = ToolSet.of(context(bridge)).stream()
                .collect(Collectors.toMap(tool -> tool.definition().name(), Function.identity()));
    }

    static DemoTools open(Path data) {
        return new DemoTools(Bridge.open(new BridgeOptions("dog", Optional.empty(), Optional.of(data)), Map.of()));
    }

    private static ToolContext context(Bridge bridge) {
        return new ToolContext(
                bridge.name(),
                bridge::store,
                bridge::engine,
                bridge::jobs,
                bridge.ruleBook(),
                new PlanDefaults(List.of(), false),
                WritePermission.ALLOWED,
                listener -> Doctor.examine(bridge, Clock.systemUTC(), listener));
    }

    /** Plans and applies. */
    DemoTools synchronised() {
        ToolResult plan = call("plan_sync", Map.of());
        call("run_sync", Map.of("planId", plan.structured().get("planId").asString()));
        return this;
    }

    ToolResult call(String tool, Map<String, Object> arguments) {
        Tool wanted = tools.get(tool);
        if (wanted == null) {
            throw new AssertionError("there is no tool " + tool);
        }
        return wanted.call(new Call(new ToolArguments(arguments)));
    }

    private record Call(ToolArguments arguments) implements ToolCall {

        @Override
        public String principal() {
            return "evaluation";
        }

        @Override
        public Progress progress() {
            return Progress.NONE;
        }

        @Override
        public boolean acceptsTask() {
            return false;
        }

        @Override
        public Reply ask(Question question) {
            return Reply.UNAVAILABLE;
        }

        @Override
        public void log(LogLevel level, String text) {}
    }

    @Override
    public void close() {
        bridge.close();
    }
}
