package io.catalogbridge.server.protocol.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts messages to a server and reads what comes back, plain or as events. */
final class HttpClientOf {

    static final String MODERN = "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':{}}";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final Map<String, String> headers = new LinkedHashMap<>();

    HttpClientOf(URI server) {
        this.server = server;
        headers.put("Accept", "application/json, text/event-stream");
        headers.put("Content-Type", "application/json");
    }

    HttpClientOf with(String name, String value) {
        HttpClientOf other = new HttpClientOf(server);
        other.headers.putAll(headers);
        other.headers.put(name, value);
        return other;
    }

    /** A request of the stateless era with the headers that belong to it. */
    HttpClientOf modern(String method) {
        return with("MCP-Protocol-Version", "2026-07-28").with("Mcp-Method", method);
    }

    HttpClientOf modernCall(String tool) {
        return modern("tools/call").with("Mcp-Name", tool);
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        return request;
    }

    HttpClient http() {
        return http;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The messages of an answer. */
    static List<JsonNode> messages(HttpResponse<String> response) {
        if (!response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
            return List.of(JSON.readTree(response.body()));
        }
        return response.body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> JSON.readTree(line.substring("data:".length())))
                .toList();
    }

    /** The last message of an answer. */
    static JsonNode last(HttpResponse<String> response) {
        List<JsonNode> messages = messages(response);
        return messages.get(messages.size() - 1);
    }
}
