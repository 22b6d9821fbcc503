package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.Surface;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.time.Clock;
import java.time.Duration;

/**
 * A surface made accessible over MCP, in both eras, whatever transport carries it. Thread-safe; one serves any number of
 * clients.
 */
public final class Protocol {

    /** The protocol library's own are ten seconds; people take longer. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Methods methods;
    private final ModernEra modern;
    private final Duration patience;

    public Protocol(Surface surface, Clock clock) {
        this(surface, clock, RequestObserver.NONE);
    }

    public Protocol(Surface surface, Clock clock, RequestObserver observer) {
        this(surface, clock, observer, PATIENCE);
    }

    /** @param patience how long a person may think about a question while a call waits */
    public Protocol(Surface surface, Clock clock, RequestObserver observer, Duration patience) {
        this.patience = patience;
        this.methods = new Methods(surface, observer);
        this.modern = new ModernEra(methods, clock);
    }

    /** For clients without sessions. */
    public ModernEra modern() {
        return modern;
    }

    /** For clients with a session that has a transport of its own. */
    public McpServerSession.Factory sessions() {
        return transport -> new LegacySession(methods, new RunningCalls(), patience).over(transport);
    }

    /** The same, for a transport that keeps the running calls itself. */
    LegacySession session(RunningCalls calls) {
        return new LegacySession(methods, calls, patience);
    }

    /** For clients with a session over Streamable HTTP. */
    public McpStreamableServerSession.Factory streamableSessions() {
        return request -> new LegacySession(methods, new RunningCalls(), patience).start(request);
    }
}
