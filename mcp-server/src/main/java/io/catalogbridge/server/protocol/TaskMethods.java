package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.TaskState;
import io.catalogbridge.server.surface.Tasks;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
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
        if (failure != null) {
            node.set("result", ToolMethods.failure(failure));
        } else if (result != null) {
            node.set("result", ToolMethods.completed(result));
        }
        return node;
    }

    /** No task of ours waits for its client, so there is nothing to be told. */
    ObjectNode update(Params params, Exchange exchange) throws Refusal {
        find(params);
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
