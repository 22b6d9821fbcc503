package io.catalogbridge.server.surface;

import java.util.Map;
import java.util.Optional;

/** Tasks by the id that {@link ToolResult#task} named. Thread-safe; what is known outlives the process. */
public interface Tasks {

    /** No tool begins tasks. */
    Tasks NONE = new Tasks() {
        @Override
        public Optional<TaskState> find(String id) {
            return Optional.empty();
        }

        @Override
        public boolean cancel(String id, String principal) {
            return false;
        }
    };

    Optional<TaskState> find(String id);

    /** Passes on what was said to questions of a task, by their keys; a task that has ended or gone on ignores it. */
    default void answer(String id, Map<String, Reply> replies, String principal) {}

    /** Asks a task to stop at the next safe point; false if there is none of this id. */
    boolean cancel(String id, String principal);
}
