package io.catalogbridge.server.resources;

import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.rules.RuleVersion;
import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.tools.ToolContext;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code mapping://rules}: how assets become Glue objects. */
final class RuleResources implements ResourceFamily {

    private static final JsonMapper JSON = new JsonMapper();

    private static final ResourceDefinition DEFINITION = new ResourceDefinition(
            "mapping://rules",
            "mapping_rules",
            "Mapping rules",
            "The rules in force: how spaces, assets and processes of SAP Datasphere become objects of AWS Glue.",
            "application/json");

    private final ToolContext context;

    RuleResources(ToolContext context) {
        this.context = context;
    }

    @Override
    public List<ResourceDefinition> listed() {
        return List.of(DEFINITION);
    }

    @Override
    public List<TemplateDefinition> templates() {
        return List.of();
    }

    @Override
    public Optional<ResourceContents> read(String uri, CallScope scope) {
        return uri.equals(DEFINITION.uri())
                ? Optional.of(ResourceContents.text(
                        uri, DEFINITION.mimeType(), document().toString()))
                : Optional.empty();
    }

    /** What is not set is left out. */
    private ObjectNode document() {
        RuleVersion version = context.rules().current();
        MappingRules rules = context.rules().rules(version);
        ObjectNode document = JSON.createObjectNode()
                .put("version", version.number())
                .put("environment", rules.environment())
                .put("databasePattern", rules.databasePattern())
                .put("columnComments", rules.comments().label());
        rules.jobs().ifPresent(jobs -> document.set("jobs", JSON.<ObjectNode>valueToTree(jobs)));
        ArrayNode exclude = document.putArray("exclude");
        rules.exclusions().patterns().forEach(exclude::add);
        return document;
    }
}
