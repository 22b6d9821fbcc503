package io.catalogbridge.mapping.plan;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** The identifiers of assets that our parameters hold as JSON. What is no such JSON holds none. */
final class Identities {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Identities() {}

    /** The asset that a flow's parameter describes; empty if there is no parameter. */
    static String ofFlow(String parameter) {
        return json(parameter).path("id").asString("");
    }

    static List<String> list(@Nullable String parameter) {
        JsonNode json = json(parameter == null ? "" : parameter);
        return json instanceof ArrayNode array
                ? array.valueStream().map(each -> each.asString("")).toList()
                : List.of();
    }

    /** The opposite of {@link #list}. */
    static String text(Collection<String> identities) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(identities.size());
        identities.forEach(array::add);
        return array.toString();
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException edited) {
            return MissingNode.getInstance();
        }
    }
}
