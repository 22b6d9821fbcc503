package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document from which the command line client builds its commands. */
final class DiscoveryDocument {

    private static final String BODY = document().toString();
    private static final String ETAG = Integer.toHexString(BODY.hashCode());

    private DiscoveryDocument() {}

    static HttpAnswer answer() {
        return HttpAnswer.json(200, BODY).withHeader("x-sap-cli-core-discovery-etag", ETAG);
    }

    private static ObjectNode document() {
        ObjectNode document = Json.object().put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", "SAP Datasphere (sandbox)")
                .put("version", "1.0.0")
                .put("x-document-version", "1.0.0");
        ObjectNode paths = document.putObject("paths");
        operation(paths, "/dwaas-core/api/v1/spaces", "spaces list");
        operation(paths, "/dwaas-core/api/v1/content", "spaces read", "space", "spaceDefinition", "definitions");
        for (ObjectType type : ObjectType.values()) {
            String list = "/dwaas-core/api/v1/spaces/{space}/" + type.segment();
            String command = "objects " + type.segment();
            operation(paths, list, command + " list", "select", "filter", "technicalNames", "top", "skip");
            operation(paths, list + "/{technicalName}", command + " read");
        }
        operation(paths, "/api/v1/datasphere/spaces/{space}/connections", "spaces connections list");
        return document;
    }

    private static void operation(ObjectNode paths, String path, String command, String... query) {
        ObjectNode operation = paths.putObject(path).putObject("get").put("x-command", command);
        ArrayNode parameters = operation.putArray("parameters");
        for (String name : query) {
            parameters.addObject().put("name", name).put("in", "query");
        }
    }
}
