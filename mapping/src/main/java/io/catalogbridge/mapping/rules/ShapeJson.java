package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.Association;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.Hierarchy;
import io.catalogbridge.mapping.catalog.Parameter;
import io.catalogbridge.mapping.catalog.Space;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the parts of a definition look inside parameters: compact JSON objects, fields in a fixed order, no empty ones. */
final class ShapeJson {

    private ShapeJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Collection<String> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
        items.forEach(array::add);
        return array;
    }

    static ObjectNode put(ObjectNode object, String field, @Nullable String value) {
        return value == null || value.isEmpty() ? object : object.put(field, value);
    }

    static ObjectNode measure(Column column) {
        ObjectNode measure = object().put("name", column.name());
        if (column.role() instanceof ColumnRole.Measure role) {
            measure.put("kind", ColumnMapper.label(role.kind()));
            put(measure, "aggregation", role.aggregation());
        }
        return measure;
    }

    static ObjectNode hierarchy(Hierarchy hierarchy) {
        ObjectNode json = put(object().put("name", hierarchy.name()), "label", hierarchy.label());
        if (hierarchy instanceof Hierarchy.Leveled leveled) {
            json.put("kind", "leveled").set("levels", array(leveled.levels()));
        } else if (hierarchy instanceof Hierarchy.ParentChild pairs) {
            json.put("kind", "parent-child").set("parents", array(pairs.parents()));
            json.set("children", array(pairs.children()));
        } else if (hierarchy instanceof Hierarchy.External external) {
            json.put("kind", "external").put("association", external.association());
        }
        return json;
    }

    static ObjectNode association(Association association) {
        ObjectNode json = object().put("name", association.name())
                .put("target", association.target().text());
        if (!association.on().isEmpty()) {
            ArrayNode pairs = json.putArray("on");
            association.on().forEach(pair -> pairs.addArray().add(pair.here()).add(pair.there()));
        }
        return json;
    }

    static ObjectNode parameter(Parameter parameter, String type) {
        ObjectNode json = put(object().put("name", parameter.name()), "type", type);
        put(json, "label", parameter.label());
        return put(json, "default", parameter.defaultValue());
    }

    static ObjectNode connection(Space.Connection connection) {
        ObjectNode json = put(object().put("name", connection.name()), "label", connection.label());
        return put(json, "type", connection.type());
    }
}
