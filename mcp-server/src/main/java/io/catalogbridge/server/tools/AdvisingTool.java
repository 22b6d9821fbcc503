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
import java.util.Set;

/** A tool whose store, engine and systems may fail: what they complain of becomes advice to a model. */
record AdvisingTool(Tool tool) implements Tool {

    private static final Set<ErrorKind> PASSING =
            EnumSet.of(ErrorKind.THROTTLED, ErrorKind.UNAVAILABLE, ErrorKind.CONFLICT);

    @Override
    public ToolDefinition definition() {
        return tool.definition();
    }

    @Override
    public ToolResult call(ToolCall call) {
        try {
            return tool.call(call);
        } catch (ConnectorException e) {
            String message = e.object() + ": " + e.getMessage();
            throw failure(e.kind().name(), message, PASSING.contains(e.kind()), e.remedy());
        } catch (SyncException e) {
            throw failure(e);
        } catch (RulesException e) {
            throw failure(e);
        } catch (StoreException e) {
            throw failure("UNAVAILABLE", String.valueOf(e.getMessage()), true, "");
        } catch (ConfigException e) {
            throw failure("CONFIG", String.valueOf(e.getMessage()), false, "");
        }
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
                refusal.reason() == Reason.CONFLICT ? "get_sync_status" : null);
    }

    private static ToolFailure failure(String code, String message, boolean retryable, String remedy) {
        return new ToolFailure(code, message, retryable, remedy.isEmpty() ? List.of() : List.of(remedy), null);
    }
}
