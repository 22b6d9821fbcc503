package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.server.config.ConfigException;
import io.catalogbridge.server.rules.RulesException;
import io.catalogbridge.server.store.StoreException;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.sync.SyncException;
import io.catalogbridge.server.sync.SyncException.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tool whose store, engine and systems may fail: what they complain of becomes advice to a model, which names no tool that it
 * does not have.
 *
 * @param offered names of the tools that there are
 */
record AdvisingTool(Tool tool, Set<String> offered) implements Tool {

    private static final String HEALTH = "check_health";

    /** Retries of our own have come to nothing by then, so that it takes longer than a moment. */
    private static final Map<ErrorKind, Long> WAIT_SECONDS =
            Map.of(ErrorKind.THROTTLED, 60L, ErrorKind.UNAVAILABLE, 30L);

    private static final long RUN_SECONDS = 15;

    private static final Set<ErrorKind> PASSING =
            EnumSet.of(ErrorKind.THROTTLED, ErrorKind.UNAVAILABLE, ErrorKind.CONFLICT);

    @Override
    public ToolDefinition definition() {
        return tool.definition();
    }

    @Override
    public ToolResult call(ToolCall call) {
        try {
            return advised(call);
        } catch (ToolFailure e) {
            throw e.nextTool() == null || offered.contains(e.nextTool()) ? e : withoutNext(e);
        }
    }

    private static ToolFailure withoutNext(ToolFailure e) {
        return new ToolFailure(
                e.code(), String.valueOf(e.getMessage()), e.retryable(), e.suggestions(), null, e.retryAfterSeconds());
    }

    private ToolResult advised(ToolCall call) {
        try {
            return tool.call(call);
        } catch (ConnectorException e) {
            throw failure(e);
        } catch (SyncException e) {
            throw failure(e);
        } catch (RulesException e) {
            throw failure(e);
        } catch (StoreException e) {
            throw new ToolFailure("UNAVAILABLE", String.valueOf(e.getMessage()), true, List.of(), null);
        } catch (ConfigException e) {
            throw new ToolFailure("CONFIG", String.valueOf(e.getMessage()), false, List.of(), HEALTH);
        }
    }

    private static ToolFailure failure(ConnectorException error) {
        return new ToolFailure(
                error.kind().name(),
                error.object() + ": " + error.getMessage(),
                PASSING.contains(error.kind()),
                error.remedy().isEmpty() ? List.of() : List.of(error.remedy()),
                HEALTH,
                WAIT_SECONDS.get(error.kind()));
    }

    /** Whoever knows the rules in force can try again. */
    private static ToolFailure failure(RulesException error) {
        return new ToolFailure(
                error.reason().name(), String.valueOf(error.getMessage()), false, List.of(), "get_mappings");
    }

    private static ToolFailure failure(SyncException refusal) {
        return new ToolFailure(
                refusal.reason().name(),
                String.valueOf(refusal.getMessage()),
                refusal.reason() == Reason.CONFLICT || refusal.reason() == Reason.CANCELLED,
                List.of(refusal.remedy()),
                refusal.reason() == Reason.CONFLICT ? "get_sync_status" : null,
                refusal.reason() == Reason.CONFLICT ? RUN_SECONDS : null);
    }
}
