package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.TaskState;
import io.catalogbridge.server.surface.Tasks;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Asks for tasks and cancels them (MCP extension {@code io.modelcontextprotocol/tasks}). Thread-safe. */
final class TaskMethods {

    static final String EXTENSION = "io.modelcontextprotocol/tasks";

    private final Tasks tasks;

    TaskMethods(Tasks tasks) {
        this.tasks = tasks;
    }

    /** The task that a tool call has begun. */
    ObjectNode begun(String id) {
        return flat(tasks.find(id)
                .orElseThrow(() -> new IllegalStateException("the task " + id + " was begun and is not known")));
    }

    ObjectNode get(Params params, Exchange exchange) throws Refusal {
        TaskState task = find(params);
        ObjectNode node = flat(task);
        ToolResult result = task.result();
        ToolFailure failure = task.failure();
        if (task.status() == TaskState.Status.INPUT_REQUIRED) {
            node.set("inputRequests", Wire.questions(task.questions()));
        } else if (task.status() == TaskState.Status.FAILED) {
            node.putObject("error").put("code", Refusal.INTERNAL_ERROR).put("message", task.message());
        } else if (failure != null) {
            node.set("result", ToolMethods.failure(failure));
        } else if (result != null) {
            node.set("result", ToolMethods.completed(result));
        }
        return node;
    }

    /** Answers to what was not asked, or not any more, are ignored; what is no answer, too. */
    ObjectNode update(Params params, Exchange exchange) throws Refusal {
        TaskState task = find(params);
        Params responses = params.object("inputResponses");
        Map<String, Reply> replies = new LinkedHashMap<>();
        for (Question question : task.questions()) {
            Replies.read(question, responses.any(question.key()))
                    .ifPresent(reply -> replies.put(question.key(), reply));
        }
        if (!replies.isEmpty()) {
            tasks.answer(task.id(), replies, exchange.principal());
        }
        return Wire.object();
    }

    ObjectNode cancel(Params params, Exchange exchange) throws Refusal {
        tasks.cancel(find(params).id(), exchange.principal());
        return Wire.object();
    }

    private TaskState find(Params params) throws Refusal {
        String id = params.text(ToolMethods.TASK_ID);
        return tasks.find(id)
                .orElseThrow(() ->
                        new Refusal(Refusal.INVALID_PARAMS, "Task not found: " + id, Map.of(ToolMethods.TASK_ID, id)));
    }

    private static ObjectNode flat(TaskState task) {
        return Wire.object()
                .put(ToolMethods.TASK_ID, task.id())
                .put("status", task.status().label())
                .put("statusMessage", task.message())
                .put("createdAt", task.createdAt().toString())
                .put("lastUpdatedAt", task.updatedAt().toString())
                .putNull("ttlMs")
                .put("pollIntervalMs", task.poll().toMillis());
    }

    /** Whether a tool call returned a task instead of a result. */
    static boolean isTask(ObjectNode result) {
        return result.has(ToolMethods.TASK_ID) && !result.has("content");
    }
}
