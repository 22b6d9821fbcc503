package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.surface.ToolArguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Lists resources and reads them. Thread-safe. */
final class ResourceMethods {

    private final List<ResourceFamily> families;

    ResourceMethods(List<ResourceFamily> families) {
        this.families = families;
    }

    ObjectNode list(Params params, Exchange exchange) throws Refusal {
        List<ResourceDefinition> all =
                families.stream().flatMap(family -> family.listed().stream()).toList();
        Pages.Page<ResourceDefinition> page = Pages.of(all, params.any("cursor"));
        ObjectNode result = Wire.object();
        result.putArray("resources")
                .addAll(page.items().stream().map(Wire::resource).toList());
        return page.next() == null ? result : result.put("nextCursor", page.next());
    }

    ObjectNode templates(Params params, Exchange exchange) throws Refusal {
        List<TemplateDefinition> all =
                families.stream().flatMap(family -> family.templates().stream()).toList();
        Pages.Page<TemplateDefinition> page = Pages.of(all, params.any("cursor"));
        ObjectNode result = Wire.object();
        result.putArray("resourceTemplates")
                .addAll(page.items().stream().map(Wire::template).toList());
        return page.next() == null ? result : result.put("nextCursor", page.next());
    }

    ObjectNode read(Params params, Exchange exchange) throws Refusal {
        String uri = params.text("uri");
        Scope scope = Scope.of(
                exchange, new ToolArguments(Map.of()), params.object("_meta").any("progressToken"));
        ResourceContents contents = families.stream()
                .map(family -> family.read(uri, scope))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> notFound(uri));
        ObjectNode result = Wire.object();
        result.putArray("contents").add(Wire.contents(contents));
        return result;
    }

    boolean watchable(String uri) {
        return families.stream().anyMatch(family -> family.watchable(uri));
    }

    static Refusal notFound(String uri) {
        return new Refusal(Refusal.RESOURCE_NOT_FOUND, "Resource not found: " + uri, Map.of("uri", uri));
    }
}
