package io.catalogbridge.server.bridge;

import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a running sandbox is and what opens it. The credentials are the sandbox's own and open nothing else, so they may be
 * printed.
 */
public record SandboxAddress(
        URI datasphereUrl,
        URI tokenUrl,
        String clientId,
        String clientSecret,
        URI awsEndpoint,
        String region,
        String accessKeyId,
        String secretAccessKey) {

    private static final JsonMapper JSON = new JsonMapper();

    public ObjectNode json() {
        ObjectNode node = JSON.createObjectNode();
        node.putObject("datasphere")
                .put("url", datasphereUrl.toString())
                .put("tokenUrl", tokenUrl.toString())
                .put("clientId", clientId)
                .put("clientSecret", clientSecret);
        node.putObject("aws")
                .put("endpoint", awsEndpoint.toString())
                .put("region", region)
                .put("accessKeyId", accessKeyId)
                .put("secretAccessKey", secretAccessKey);
        return node;
    }

    /** Reads what {@link #json} wrote. */
    static SandboxAddress parse(String text) {
        JsonNode datasphere = JSON.readTree(text).path("datasphere");
        JsonNode aws = JSON.readTree(text).path("aws");
        return new SandboxAddress(
                URI.create(datasphere.path("url").asString()),
                URI.create(datasphere.path("tokenUrl").asString()),
                datasphere.path("clientId").asString(),
                datasphere.path("clientSecret").asString(),
                URI.create(aws.path("endpoint").asString()),
                aws.path("region").asString(),
                aws.path("accessKeyId").asString(),
                aws.path("secretAccessKey").asString());
    }
}
