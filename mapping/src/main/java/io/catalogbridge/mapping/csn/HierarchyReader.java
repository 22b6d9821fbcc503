package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Hierarchy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the hierarchies of a definition: leveled, parent-child, and those kept in another dataset. */
final class HierarchyReader {

    private HierarchyReader() {}

    static List<Hierarchy> read(JsonNode definition) {
        List<Hierarchy> hierarchies = new ArrayList<>();
        Json.oneOrMany(definition.path("@Hierarchy.leveled")).forEach(node -> hierarchies.add(leveled(node)));
        Json.oneOrMany(definition.path("@Hierarchy.parentChild")).forEach(node -> hierarchies.add(parentChild(node)));
        Json.members(definition.path("elements")).forEach(element -> {
            String association = Annotations.unwrapped(element.getValue().path("@ObjectModel.hierarchy.association"));
            if (association != null) {
                hierarchies.add(new Hierarchy.External(element.getKey(), null, association));
            }
        });
        return hierarchies;
    }

    private static Hierarchy leveled(JsonNode node) {
        List<String> levels = Json.oneOrMany(node.path("levels")).stream()
                .map(level -> Annotations.unwrapped(level.path("element")))
                .filter(Objects::nonNull)
                .toList();
        return new Hierarchy.Leveled(Json.textOrEmpty(node.path("name")), label(node), levels);
    }

    private static Hierarchy parentChild(JsonNode node) {
        JsonNode recurse = node.path("recurse");
        return new Hierarchy.ParentChild(
                Json.textOrEmpty(node.path("name")),
                label(node),
                Annotations.values(recurse.path("parent")),
                Annotations.values(recurse.path("child")));
    }

    private static @Nullable String label(JsonNode node) {
        return Prose.clean(Json.text(node, "label"));
    }
}
