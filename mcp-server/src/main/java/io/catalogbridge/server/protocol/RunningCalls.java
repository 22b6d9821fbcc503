package io.catalogbridge.server.protocol;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The tool calls under way, by the id of their request. Thread-safe. */
final class RunningCalls {

    private final ConcurrentMap<Object, RunningCall> byId = new ConcurrentHashMap<>();

    /** Begins a call, unless one with this id is under way. */
    Optional<RunningCall> begin(Object id) {
        RunningCall call = new RunningCall();
        return byId.putIfAbsent(id, call) == null ? Optional.of(call) : Optional.empty();
    }

    Optional<RunningCall> find(@Nullable Object id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    /** Ends this call; another one may have taken its id since. */
    void end(Object id, RunningCall call) {
        byId.remove(id, call);
    }

    void cancelAll() {
        byId.values().forEach(RunningCall::cancel);
    }
}
