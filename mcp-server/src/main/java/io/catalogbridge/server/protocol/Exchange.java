package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and the client it came from, whatever era and transport it belongs to. Thread-safe. */
interface Exchange {

    /** Who calls, as the audit records it. */
    String principal();

    /** The request under way. */
    RunningCall call();

    /** Whether the client reads structured content, or needs all of it as text. */
    boolean readsStructure();

    /** Whether the client can take a task instead of the result of a tool. */
    boolean acceptsTask();

    /** Asks the client, see {@link io.catalogbridge.server.surface.CallScope#ask}; the replies by key. */
    Map<String, Reply> ask(List<Question> questions);

    /** Tells how far the request is; {@code total} is absent while unknown. */
    void progress(Object token, double done, @Nullable Double total, String message);

    /** Tells the client something worth its log, if it wants to hear it. */
    void log(LogLevel level, String text);
}
