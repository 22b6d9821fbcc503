package io.catalogbridge.server.protocol;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a client call one tool. Whatever the tool does, the client gets an answer that its model can use. Thread-safe. */
final class ToolHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ToolHandler.class);

    private final Tool tool;
    private final Session session;

    ToolHandler(Tool tool, Session session) {
        this.tool = tool;
        this.session = session;
    }

    SyncToolSpecification specification() {
        return SyncToolSpecification.builder()
                .tool(ToolSpecifications.of(tool.definition()))
                .callHandler(this::call)
                .build();
    }

    private CallToolResult call(McpSyncServerExchange exchange, CallToolRequest request) {
        try {
            return success(tool.call(accepted(exchange, request)));
        } catch (ToolFailure failure) {
            return failed(failure);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            String incident = Incident.log(LOG, "the tool " + tool.definition().name() + " failed", e);
            return failed(new ToolFailure("INTERNAL", Incident.text(incident), false, List.of(), null));
        }
    }

    private ToolCall accepted(McpSyncServerExchange exchange, CallToolRequest request) {
        Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
        ToolDefinition definition = tool.definition();
        SchemaCheck.complaint(definition.inputSchema(), arguments).ifPresent(complaint -> {
            throw new ToolFailure(
                    "INVALID_ARGUMENT",
                    "The arguments do not match the input schema of " + definition.name() + ": " + complaint,
                    false,
                    List.of("Correct the arguments and call again."),
                    null);
        });
        Progress progress = ProgressNotifications.of(session.call(exchange), session.writer(), request.progressToken());
        return new Call(new ToolArguments(arguments), session.principal(exchange), progress);
    }

    private CallToolResult success(ToolResult result) {
        Optional<String> complaint = SchemaCheck.complaint(tool.definition().outputSchema(), result.structured());
        if (complaint.isPresent()) {
            throw new IllegalStateException(
                    "the result of " + tool.definition().name() + " breaks its own schema: " + complaint.get());
        }
        CallToolResult.Builder answer =
                CallToolResult.builder().addTextContent(result.summary()).structuredContent(result.structured());
        if (!session.readsStructure()) {
            answer.addTextContent(result.structured().toString());
        }
        return answer.isError(false).build();
    }

    /** As text alone: clients check structured content against the schema of success. */
    private static CallToolResult failed(ToolFailure failure) {
        return CallToolResult.builder()
                .addTextContent(FailureText.of(failure))
                .isError(true)
                .build();
    }

    private record Call(ToolArguments arguments, String principal, Progress progress) implements ToolCall {

        @Override
        public boolean acceptsTask() {
            return false;
        }

        @Override
        public Reply ask(Question question) {
            return Reply.UNAVAILABLE;
        }

        @Override
        public void log(LogLevel level, String text) {
            LOG.debug("for the client: {}", text);
        }
    }
}
