package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.BriefSchema;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.Content;
import io.catalogbridge.server.surface.Prompt;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.surface.ToolDefinition;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The surface as MCP writes it down. The shapes are the same in both eras. */
final class Wire {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where a tool names the resource that shows its result (MCP extension {@code io.modelcontextprotocol/ui}). */
    private static final String UI = "ui";

    private Wire() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Any value of the Java collections as JSON. */
    static ObjectNode object(java.util.Map<String, ?> values) {
        return JSON.valueToTree(values);
    }

    static ObjectNode tool(ToolDefinition definition) {
        ObjectNode node = object().put("name", definition.name())
                .put("title", definition.title())
                .put("description", definition.description());
        node.set("inputSchema", object(definition.inputSchema()));
        if (!definition.outputSchema().isEmpty()) {
            node.set("outputSchema", object(BriefSchema.of(definition.outputSchema())));
        }
        node.set("annotations", annotations(definition));
        if (definition.ui() != null) {
            node.putObject("_meta").putObject(UI).put("resourceUri", definition.ui());
        }
        return node;
    }

    /** All four hints are always there: a client takes a missing one for the worst case. */
    private static ObjectNode annotations(ToolDefinition definition) {
        ToolDefinition.Effect effect = definition.effect();
        return object().put("title", definition.title())
                .put("readOnlyHint", effect.readOnly())
                .put("destructiveHint", effect.destructive())
                .put("idempotentHint", effect.idempotent())
                .put("openWorldHint", effect.openWorld());
    }

    static ObjectNode resource(ResourceDefinition definition) {
        return object().put("uri", definition.uri())
                .put("name", definition.name())
                .put("title", definition.title())
                .put("description", definition.description())
                .put("mimeType", definition.mimeType());
    }

    static ObjectNode template(TemplateDefinition definition) {
        return object().put("uriTemplate", definition.uriTemplate())
                .put("name", definition.name())
                .put("title", definition.title())
                .put("description", definition.description())
                .put("mimeType", definition.mimeType());
    }

    static ObjectNode contents(ResourceContents contents) {
        ObjectNode node = object().put("uri", contents.uri())
                .put("mimeType", contents.mimeType())
                .put(contents.binary() ? "blob" : "text", contents.body());
        if (!contents.meta().isEmpty()) {
            node.set("_meta", object(contents.meta()));
        }
        return node;
    }

    static ObjectNode prompt(Prompt.Definition definition) {
        ObjectNode node = object().put("name", definition.name())
                .put("title", definition.title())
                .put("description", definition.description());
        ArrayNode arguments = node.putArray("arguments");
        for (Prompt.Argument argument : definition.arguments()) {
            arguments
                    .addObject()
                    .put("name", argument.name())
                    .put("description", argument.description())
                    .put("required", argument.required());
        }
        return node;
    }

    static ObjectNode message(Prompt.Message message) {
        ObjectNode node = object().put("role", message.role().name().toLowerCase(Locale.ROOT));
        node.set("content", content(message.content()));
        return node;
    }

    static ArrayNode contents(List<Content> contents) {
        ArrayNode array = JSON.createArrayNode();
        contents.forEach(each -> array.add(content(each)));
        return array;
    }

    static ObjectNode content(Content content) {
        if (content instanceof Content.Text text) {
            return object().put("type", "text").put("text", text.text());
        }
        if (content instanceof Content.Image image) {
            return object().put("type", "image").put("data", image.data()).put("mimeType", image.mimeType());
        }
        if (content instanceof Content.Audio audio) {
            return object().put("type", "audio").put("data", audio.data()).put("mimeType", audio.mimeType());
        }
        if (content instanceof Content.Link link) {
            return resource(link.resource()).put("type", "resource_link");
        }
        if (content instanceof Content.Embedded embedded) {
            ObjectNode node = object().put("type", "resource");
            node.set("resource", contents(embedded.resource()));
            return node;
        }
        throw new AssertionError(content);
    }

    /** What a client is asked in a result, by key. */
    static ObjectNode questions(List<Question> questions) {
        ObjectNode requests = object();
        for (Question question : questions) {
            ObjectNode request = requests.putObject(question.key()).put("method", question.method());
            request.set("params", object(question.params()));
        }
        return requests;
    }

    static ObjectNode completion(Completion completion) {
        ObjectNode node = object();
        ObjectNode inner = node.putObject("completion");
        ArrayNode values = inner.putArray("values");
        completion.values().forEach(values::add);
        inner.put("total", completion.total()).put("hasMore", completion.more());
        return node;
    }
}
