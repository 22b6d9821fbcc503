package io.catalogbridge.mapping.csn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition without the parts that are nested too deeply to be read; single elements go where that is enough.
 *
 * @param remarks one for each part that is gone
 */
record Pruned(JsonNode node, List<Remark> remarks) {

    Pruned {
        remarks = List.copyOf(remarks);
    }

    static Pruned of(JsonNode definition) {
        if (!Nesting.tooDeep(definition)) {
            return new Pruned(definition, List.of());
        }
        List<Remark> remarks = new ArrayList<>();
        ObjectNode kept = shallowMembers((ObjectNode) definition, "", remarks);
        if (definition.path("elements") instanceof ObjectNode elements && !kept.has("elements")) {
            kept.set("elements", shallowMembers(elements, "elements.", remarks));
            remarks.removeIf(remark -> remark.equals(tooDeep("elements")));
        }
        return new Pruned(kept, remarks);
    }

    private static ObjectNode shallowMembers(ObjectNode node, String path, List<Remark> remarks) {
        ObjectNode kept = node.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (Nesting.tooDeep(member.getValue())) {
                remarks.add(tooDeep(path + member.getKey()));
            } else {
                kept.set(member.getKey(), member.getValue());
            }
        }
        return kept;
    }

    private static Remark tooDeep(String path) {
        return Remark.warning(
                "nesting-too-deep",
                "'" + path + "' is nested more than " + Nesting.LIMIT + " levels deep and is left out.",
                "Simplify the object.");
    }
}
