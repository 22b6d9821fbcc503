package io.catalogbridge.server.startup;

import java.io.IOException;
import java.util.List;

/** What assistants say to a server in the first minute, so that an archive holds what that takes. */
final class EverydayConversation {

    /** The first message of every session. */
    static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{"roots":{"listChanged":true},"elicitation":{}},\
            "clientInfo":{"name":"catalog-bridge-startup","title":"Start-up","version":"1"}}}""";

    private static final String READY = """
            {"jsonrpc":"2.0","method":"notifications/initialized"}""";

    private static final List<String> REQUESTS = List.of("""
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}""", """
            {"jsonrpc":"2.0","id":3,"method":"resources/templates/list"}""", """
            {"jsonrpc":"2.0","id":4,"method":"prompts/list"}""", """
            {"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"search_assets",\
            "arguments":{"query":"net revenue"}}}""", """
            {"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"get_sync_status","arguments":{}}}""", """
            {"jsonrpc":"2.0","id":7,"method":"server/discover","params":{"_meta":\
            {"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
            "io.modelcontextprotocol/clientCapabilities":{}}}}""");

    private EverydayConversation() {}

    static void with(ServerProcess server) throws IOException {
        server.send(INITIALIZE);
        server.receive();
        server.send(READY);
        for (String request : REQUESTS) {
            server.send(request);
            server.receive();
        }
    }
}
