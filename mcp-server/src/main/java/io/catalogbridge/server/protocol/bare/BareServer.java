package io.catalogbridge.server.protocol.bare;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Map;

/** One tool over standard streams, as the SDK's documentation begins. Logs nothing. */
public final class BareServer {

    private BareServer() {}

    /** Serves until the input ends. */
    public static void main(String[] args) {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Tool tool = Tool.builder("echo", Map.<String, Object>of("type", "object"))
                .description("Says yes.")
                .build();
        McpServer.sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper()))
                .serverInfo("bare", "1")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .toolCall(
                        tool,
                        (exchange, request) ->
                                CallToolResult.builder().addTextContent("yes").build())
                .build();
    }
}
