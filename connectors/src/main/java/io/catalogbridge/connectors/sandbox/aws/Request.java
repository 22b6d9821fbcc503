package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One Glue call whose input has passed its shape.
 *
 * @param catalog account whose catalog is meant; the caller may use it
 * @param now seconds since 1970, the precision that Glue keeps
 * @param input belongs to the operation, which may change it
 */
record Request(Caller caller, String catalog, long now, ObjectNode input) {

    String text(String member) {
        return input.path(member).asString();
    }

    Optional<String> optionalText(String member) {
        return input.optional(member).map(JsonNode::asString);
    }

    boolean flag(String member) {
        return input.path(member).asBoolean(false);
    }

    ObjectNode object(String member) {
        return input.get(member) instanceof ObjectNode object ? object : Json.object();
    }

    List<String> texts(String member) {
        return input.path(member).valueStream().map(JsonNode::asString).toList();
    }

    List<ObjectNode> objects(String member) {
        return input.path(member).valueStream().map(ObjectNode.class::cast).toList();
    }

    DatabaseAddress database() {
        return new DatabaseAddress(catalog, text("DatabaseName"));
    }

    /** The table of calls that name it in {@code TableName}. */
    TableAddress table() {
        return database().table(text("TableName"));
    }

    PageRequest page(int mostItems) {
        return new PageRequest(
                input.path("MaxResults").asInt(mostItems),
                optionalText("NextToken")
                        .filter(token -> !token.isEmpty())
                        .map(PageToken::decode)
                        .orElse(List.of()));
    }
}
