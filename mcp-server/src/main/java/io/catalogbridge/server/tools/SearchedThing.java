package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.SearchResult.Hit;
import io.catalogbridge.server.store.SyncState;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.ToolArguments;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A hit of a search as an assistant reads it, in as much detail as it asked for. */
record SearchedThing(Detail detail) {

    /** How much of each hit is shown. */
    enum Detail {
        NAMES,
        SUMMARY,
        FULL
    }

    static final List<String> DETAILS = List.of("names", "summary", "full");
    static final List<String> STATES =
            Arrays.stream(SyncState.values()).map(SyncState::label).toList();
    static final List<String> SEMANTICS = List.of("measure", "dimension", "currency", "unit", "text", "hierarchy");

    static final List<String> KINDS = List.of(
            "space",
            "local-table",
            "remote-table",
            "view",
            "analytic-model",
            "data-flow",
            "replication-flow",
            "transformation-flow",
            "task-chain",
            "other",
            "database",
            "table");

    /** Those that do not depend on what a tenant calls the states of a deployment. */
    static final List<String> TAGS = List.of(
            "fact",
            "dimension",
            "text",
            "hierarchy",
            "relational-dataset",
            "analytical-dataset",
            "exposed",
            "relational",
            "analytical",
            "restricted",
            "deployed");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TEXT_LENGTH = 200;
    private static final int FULL_TEXT_LENGTH = 1_000;
    private static final int SHOWN_COLUMNS = 30;
    private static final int SHOWN_SOURCES = 10;

    static final Map<String, Object> SCHEMA = Schemas.object(
            List.of("id", "kind", "system", "name"),
            Schemas.text("id", ""),
            Schemas.text("kind", ""),
            Schemas.text("system", ""),
            Schemas.text("name", ""),
            Schemas.text("label", ""),
            Schemas.text("container", ""),
            Schemas.text("description", ""),
            Schemas.text("counterpart", "id in the other system"),
            Schemas.choice("state", "", STATES),
            Schemas.list(
                    "matched",
                    Schemas.object(
                            List.of("in", "words"),
                            Schemas.text("in", "name, label, columns, description or container"),
                            Schemas.texts("words", ""),
                            Schemas.texts("columns", "some of them"))),
            Schemas.texts("owners", ""),
            Schemas.text("changedOn", ""),
            Schemas.text("usage", ""),
            Schemas.text("status", ""),
            Schemas.texts("sources", ""),
            Schemas.count("columnCount"),
            Schemas.list(
                    "columns",
                    Schemas.object(
                            List.of("name", "type"),
                            Schemas.text("name", ""),
                            Schemas.text("type", ""),
                            Schemas.text("label", ""),
                            Schemas.text("role", ""))));

    static SearchedThing in(ToolArguments arguments) {
        return new SearchedThing(Detail.values()[DETAILS.indexOf(arguments.choice("detail", DETAILS.get(1), DETAILS))]);
    }

    ObjectNode json(Hit hit) {
        CatalogEntry entry = hit.entry();
        ObjectNode node = JSON.createObjectNode()
                .put("id", entry.id())
                .put("kind", entry.kind())
                .put("system", entry.system())
                .put("name", entry.name())
                .put("label", SafeText.of(entry.label(), TEXT_LENGTH));
        if (detail != Detail.NAMES) {
            summary(node, hit);
        }
        if (detail == Detail.FULL) {
            full(node, JSON.readTree(entry.detail()));
        }
        return node;
    }

    private void summary(ObjectNode node, Hit hit) {
        CatalogEntry entry = hit.entry();
        int length = detail == Detail.FULL ? FULL_TEXT_LENGTH : TEXT_LENGTH;
        node.put("container", entry.container())
                .put("description", SafeText.of(entry.description(), length))
                .put("counterpart", entry.counterpart())
                .put("state", hit.state().label());
        if (!hit.matches().isEmpty()) {
            ArrayNode matches = node.putArray("matched");
            hit.matches().forEach(match -> {
                ObjectNode each = matches.addObject().put("in", match.field());
                texts(each, "words", match.words().stream());
                texts(each, "columns", match.columns().stream());
            });
        }
    }

    private static void full(ObjectNode node, JsonNode detail) {
        JsonNode lifecycle = detail.path("lifecycle");
        texts(
                node,
                "owners",
                Stream.of("changedBy", "createdBy")
                        .map(field -> lifecycle.path(field).asString(""))
                        .distinct());
        node.put("changedOn", text(lifecycle, "changedOn"))
                .put("usage", text(detail, "usage"))
                .put("status", text(lifecycle, "status"));
        texts(
                node,
                "sources",
                detail.path("sources").valueStream().limit(SHOWN_SOURCES).map(JsonNode::asString));
        JsonNode columns = detail.path("columns");
        if (!columns.isEmpty()) {
            node.put("columnCount", columns.size());
            ArrayNode array = node.putArray("columns");
            columns.valueStream().limit(SHOWN_COLUMNS).forEach(column -> array.add(column(column)));
        }
    }

    private static ObjectNode column(JsonNode column) {
        String label = text(column, "label");
        return JSON.createObjectNode()
                .put("name", text(column, "name"))
                .put("type", SafeText.of(text(column, "type"), TEXT_LENGTH / 2))
                .put("label", SafeText.of(label == null ? text(column, "comment") : label, TEXT_LENGTH / 2))
                .put("role", text(column, "role"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isEmpty() ? null : SafeText.of(text, TEXT_LENGTH);
    }

    private static void texts(ObjectNode node, String field, Stream<String> texts) {
        List<String> present = texts.filter(text -> !text.isBlank()).toList();
        if (!present.isEmpty()) {
            ArrayNode array = node.putArray(field);
            present.forEach(text -> array.add(SafeText.of(text, TEXT_LENGTH)));
        }
    }
}
