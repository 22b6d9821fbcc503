package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.CapabilityRequired;
import io.catalogbridge.server.surface.ClosestNames;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists tools and calls them. Whatever a tool does, the client gets an answer that its model can use. Thread-safe. */
final class ToolMethods {

    private static final Logger LOG = LoggerFactory.getLogger(ToolMethods.class);

    /** Names the task that will have the result; turned into the task itself before it is sent. */
    static final String TASK_ID = "taskId";

    private static final int CLOSEST = 3;
    private static final int SHOWN = 64;

    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private volatile @Nullable List<ObjectNode> listed;

    ToolMethods(List<Tool> tools) {
        tools.forEach(tool -> this.tools.put(tool.definition().name(), tool));
    }

    ObjectNode list(Params params, Exchange exchange) throws Refusal {
        Pages.Page<ObjectNode> page = Pages.of(listed(), params.any("cursor"));
        ObjectNode result = Wire.object();
        result.putArray("tools").addAll(page.items());
        return page.next() == null ? result : result.put("nextCursor", page.next());
    }

    /** Written when it is first asked for, which is after the first answer. */
    private List<ObjectNode> listed() {
        List<ObjectNode> known = listed;
        if (known == null) {
            known = tools.values().stream()
                    .map(tool -> Wire.tool(tool.definition()))
                    .toList();
            listed = known;
        }
        return known;
    }

    ObjectNode call(Params params, Exchange exchange) throws Refusal {
        Tool tool = tool(params.text("name"));
        ToolArguments arguments = new ToolArguments(params.object("arguments").values());
        Object token = params.object("_meta").any("progressToken");
        try {
            requireValid(tool.definition(), arguments);
            return success(tool.definition(), tool.call(Scope.of(exchange, arguments, token)), exchange);
        } catch (ToolFailure failure) {
            return failure(failure);
        } catch (UnfinishedCall | CapabilityRequired passedOn) {
            throw passedOn;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            String incident = Incident.log(LOG, "the tool " + tool.definition().name() + " failed", e);
            return failure(new ToolFailure("INTERNAL", Incident.text(incident), false, List.of(), null));
        }
    }

    private Tool tool(String name) throws Refusal {
        Tool tool = tools.get(name);
        if (tool == null) {
            throw new Refusal(Refusal.INVALID_PARAMS, unknown(name));
        }
        return tool;
    }

    private String unknown(String wanted) {
        String shown = wanted.length() <= SHOWN ? wanted : wanted.substring(0, SHOWN) + "…";
        List<String> closest = ClosestNames.to(shown, tools.keySet(), CLOSEST);
        return "Unknown tool: " + shown + "; "
                + (closest.isEmpty()
                        ? "there are " + String.join(", ", tools.keySet())
                        : "did you mean " + String.join(", ", closest) + "?");
    }

    private static void requireValid(ToolDefinition definition, ToolArguments arguments) {
        SchemaCheck.complaint(definition.inputSchema(), arguments.values()).ifPresent(complaint -> {
            throw new ToolFailure(
                    "INVALID_ARGUMENT",
                    "The arguments do not match the input schema of " + definition.name() + ": " + complaint,
                    false,
                    ArgumentAdvice.of(definition, arguments.values()),
                    null);
        });
    }

    /** The result of a tool as the result of a call. */
    static ObjectNode success(ToolDefinition definition, ToolResult result, Exchange exchange) {
        if (result.task() != null) {
            return Wire.object().put(TASK_ID, result.task());
        }
        ObjectNode answer = Wire.object();
        ArrayNode content = answer.putArray("content").addAll(Wire.contents(result.content()));
        if (!definition.outputSchema().isEmpty()) {
            requireConforming(definition, result);
            answer.set("structuredContent", result.structured());
            if (!exchange.readsStructure()) {
                content.addObject()
                        .put("type", "text")
                        .put("text", result.structured().toString());
            }
        }
        return answer.put("isError", false);
    }

    private static void requireConforming(ToolDefinition definition, ToolResult result) {
        Optional<String> complaint = SchemaCheck.complaint(definition.outputSchema(), result.structured());
        if (complaint.isPresent()) {
            throw new IllegalStateException(
                    "the result of " + definition.name() + " breaks its own schema: " + complaint.get());
        }
    }

    /** The result of a tool whose call has ended long ago; its client reads structure. */
    static ObjectNode completed(ToolResult result) {
        ObjectNode answer = Wire.object();
        answer.putArray("content").addAll(Wire.contents(result.content()));
        if (!result.structured().isEmpty()) {
            answer.set("structuredContent", result.structured());
        }
        return answer.put("isError", false);
    }

    /** As text alone: clients check structured content against the schema of success. */
    static ObjectNode failure(ToolFailure failure) {
        ObjectNode answer = Wire.object();
        answer.putArray("content").addObject().put("type", "text").put("text", FailureText.of(failure));
        return answer.put("isError", true);
    }
}
