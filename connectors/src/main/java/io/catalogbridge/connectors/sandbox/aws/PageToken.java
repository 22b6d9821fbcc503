package io.catalogbridge.connectors.sandbox.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Opaque form of a position in a listing: the sort key of the last item of a page, so that it outlives changes around it. */
final class PageToken {

    private PageToken() {}

    static String encode(List<String> position) {
        String json = Json.texts(position).toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a token back.
     *
     * @throws AwsError when it is not one of ours
     */
    static List<String> decode(String token) {
        try {
            JsonNode position = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token));
            return texts(position);
        } catch (IllegalArgumentException | JacksonException foreign) {
            throw invalid();
        }
    }

    private static List<String> texts(JsonNode position) {
        if (!(position instanceof ArrayNode) || position.isEmpty()) {
            throw invalid();
        }
        return position.valueStream().map(JsonNode::asString).toList();
    }

    private static AwsError invalid() {
        return AwsError.invalidInput("The NextToken provided is invalid.");
    }
}
