package io.catalogbridge.server.load;

import io.catalogbridge.server.protocol.http.RawHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something to read, as both eras ask for it.
 *
 * @param name   what it repeats in a header; empty if nothing
 * @param params without the braces
 */
record Reading(String method, String name, String params) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String META = """
            "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}""";

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "Accept", "application/json, text/event-stream");

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"load","version":"1"}}}""";

    private static final String INITIALIZED = """
            {"jsonrpc":"2.0","method":"notifications/initialized"}""";

    /** What this server has to read: tools at any rate, resources and prompts where there are some. */
    static List<Reading> of(RawHttp http) throws IOException {
        JsonNode found = search().ask(http);
        String id = found.at("/structuredContent/items/0/id").asString();
        List<Reading> all = new ArrayList<>(List.of(
                new Reading("tools/list", "", ""),
                search(),
                tool("get_lineage", "{\"id\":\"" + id + "\"}"),
                tool("get_mappings", "{\"id\":\"" + id + "\"}"),
                tool("get_sync_status", "{}")));
        JsonNode offered = new Reading("server/discover", "", "").ask(http).get("capabilities");
        if (offered.has("resources")) {
            all.add(new Reading("resources/list", "", ""));
            String uri =
                    all.get(all.size() - 1).ask(http).at("/resources/0/uri").asString("");
            all.add(new Reading("resources/read", uri, "\"uri\":\"" + uri + "\""));
        }
        if (offered.has("prompts")) {
            all.add(new Reading("prompts/list", "", ""));
            all.add(prompt(all.get(all.size() - 1).ask(http).at("/prompts/0")));
        }
        return all;
    }

    private static Reading search() {
        return tool("search_assets", "{\"query\":\"net revenue\"}");
    }

    private static Reading tool(String name, String arguments) {
        return new Reading("tools/call", name, "\"name\":\"" + name + "\",\"arguments\":" + arguments);
    }

    private static Reading prompt(JsonNode prompt) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (JsonNode argument : prompt.get("arguments")) {
            if (argument.get("required").asBoolean()) {
                arguments.put(argument.get("name").asString(), "net revenue");
            }
        }
        String name = prompt.get("name").asString();
        return new Reading(
                "prompts/get", name, "\"name\":\"" + name + "\",\"arguments\":" + JSON.writeValueAsString(arguments));
    }

    private JsonNode ask(RawHttp http) throws IOException {
        RawHttp.Response response = http.post("/mcp", headers(), stateless());
        require(response);
        return JSON.readTree(response.messages().get(0)).get("result");
    }

    /** Asks without a session. */
    void askStateless(RawHttp http) throws IOException {
        require(http.post("/mcp", headers(), stateless()));
    }

    private String stateless() {
        return request(params.isEmpty() ? META : params + "," + META);
    }

    private String request(String inner) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + inner + "}}";
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(HEADERS);
        headers.put("MCP-Protocol-Version", "2026-07-28");
        headers.put("Mcp-Method", method);
        if (!name.isEmpty()) {
            headers.put("Mcp-Name", name);
        }
        return headers;
    }

    /** Begins a session; the headers that belong to it. */
    static Map<String, String> session(RawHttp http) throws IOException {
        RawHttp.Response begun = http.post("/mcp", HEADERS, INITIALIZE);
        require(begun);
        Map<String, String> headers = new LinkedHashMap<>(HEADERS);
        headers.put("Mcp-Session-Id", begun.headers().getOrDefault("mcp-session-id", ""));
        http.post("/mcp", headers, INITIALIZED);
        return headers;
    }

    /** Asks in a session. */
    void askInSession(RawHttp http, Map<String, String> session) throws IOException {
        require(http.post("/mcp", session, request(params)));
    }

    private static void require(RawHttp.Response response) {
        String body = response.body();
        if (response.status() != 200 || !body.contains("\"result\":") || body.contains("\"isError\":true")) {
            throw new AssertionError(response.status() + " " + body);
        }
    }
}
