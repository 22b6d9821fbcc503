package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.surface.TaskState;
import io.catalogbridge.server.surface.TaskState.Status;
import io.catalogbridge.server.surface.Tasks;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs as tasks. Answered from the store, so that a run is found after its process has ended, and from other processes. */
record RunTasks(ToolContext context) implements Tasks {

    private static final Duration POLL = Duration.ofSeconds(2);

    @Override
    public Optional<TaskState> find(String id) {
        return context.store()
                .runs()
                .find(id)
                .filter(run -> run.environment().equals(context.environment()))
                .map(this::state);
    }

    private TaskState state(Run run) {
        try {
            return state(run, run.running() ? null : RunAnswer.of(run, context.store()), null);
        } catch (ToolFailure failure) {
            return state(run, null, failure);
        }
    }

    private static TaskState state(Run run, @Nullable ToolResult result, @Nullable ToolFailure failure) {
        return new TaskState(
                run.id(), status(run), message(run), run.startedAt(), run.updatedAt(), POLL, result, failure);
    }

    private static Status status(Run run) {
        if (run.running()) {
            return Status.WORKING;
        }
        return run.outcome() == RunOutcome.CANCELLED ? Status.CANCELLED : Status.COMPLETED;
    }

    private static String message(Run run) {
        return run.running()
                ? RunAnswer.position(run)
                : run.outcome().label() + ": " + run.tally().text();
    }

    @Override
    public boolean cancel(String id, String principal) {
        return context.jobs().cancel(id, principal).isPresent();
    }
}
