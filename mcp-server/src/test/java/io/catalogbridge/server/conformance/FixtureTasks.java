package io.catalogbridge.server.conformance;

import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.TaskState;
import io.catalogbridge.server.surface.TaskState.Status;
import io.catalogbridge.server.surface.Tasks;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tasks in memory that do nothing but wait. Thread-safe. */
final class FixtureTasks implements Tasks {

    private static final Duration POLL = Duration.ofMillis(200);

    private final ConcurrentMap<String, Task> tasks = new ConcurrentHashMap<>();

    /** What is known of a task, and what becomes of it once it has its answers. */
    private record Task(TaskState state, Map<String, Reply> replies, Function<Map<String, Reply>, ToolResult> finish) {

        private Task with(TaskState next) {
            return new Task(next, replies, finish);
        }

        private Task with(Map<String, Reply> more) {
            Map<String, Reply> all = new HashMap<>(replies);
            all.putAll(more);
            return new Task(state, Map.copyOf(all), finish);
        }
    }

    /** Completes after a while. */
    String completing(Duration after, ToolResult result) {
        return later(after, state -> ended(state, Status.COMPLETED, result, null));
    }

    /** Completes after a while with what a tool could not do. */
    String refusing(Duration after, ToolFailure failure) {
        return later(after, state -> ended(state, Status.COMPLETED, null, failure));
    }

    /** Breaks off after a while. */
    String breaking(Duration after) {
        return later(after, state -> ended(state, Status.FAILED, null, null));
    }

    /** Asks after a while, and completes with what is made of the answers. */
    String asking(Duration after, List<Question> questions, Function<Map<String, Reply>, ToolResult> finish) {
        String id = begin(finish);
        change(id, after, state -> at(state, Status.INPUT_REQUIRED, null, null, questions));
        return id;
    }

    private String later(Duration after, UnaryOperator<TaskState> end) {
        String id = begin(replies -> Fixture.said("nothing was asked"));
        change(id, after, end);
        return id;
    }

    private String begin(Function<Map<String, Reply>, ToolResult> finish) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        TaskState state = new TaskState(id, Status.WORKING, "working", now, now, POLL, null, null);
        tasks.put(id, new Task(state, Map.of(), finish));
        return id;
    }

    private void change(String id, Duration after, UnaryOperator<TaskState> next) {
        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> tasks.computeIfPresent(
                        id,
                        (key, task) ->
                                task.state().status() == Status.WORKING ? task.with(next.apply(task.state())) : task));
    }

    private static TaskState ended(
            TaskState state, Status status, @Nullable ToolResult result, @Nullable ToolFailure failure) {
        return at(state, status, result, failure, List.of());
    }

    private static TaskState at(
            TaskState state,
            Status status,
            @Nullable ToolResult result,
            @Nullable ToolFailure failure,
            List<Question> questions) {
        return new TaskState(
                state.id(),
                status,
                status.label(),
                state.createdAt(),
                Instant.now(),
                state.poll(),
                result,
                failure,
                questions);
    }

    @Override
    public Optional<TaskState> find(String id) {
        return Optional.ofNullable(tasks.get(id)).map(Task::state);
    }

    @Override
    public void answer(String id, Map<String, Reply> replies, String principal) {
        tasks.computeIfPresent(
                id,
                (key, task) -> task.state().status() == Status.INPUT_REQUIRED ? answered(task.with(replies)) : task);
    }

    private static Task answered(Task task) {
        List<Question> open = task.state().questions().stream()
                .filter(question -> !task.replies().containsKey(question.key()))
                .toList();
        return open.isEmpty()
                ? task.with(ended(task.state(), Status.COMPLETED, task.finish().apply(task.replies()), null))
                : task.with(at(task.state(), Status.INPUT_REQUIRED, null, null, open));
    }

    @Override
    public boolean cancel(String id, String principal) {
        return tasks.computeIfPresent(id, (key, task) -> cancelled(task)) != null;
    }

    private static Task cancelled(Task task) {
        boolean under = task.state().status() == Status.WORKING || task.state().status() == Status.INPUT_REQUIRED;
        return under ? task.with(ended(task.state(), Status.CANCELLED, null, null)) : task;
    }
}
