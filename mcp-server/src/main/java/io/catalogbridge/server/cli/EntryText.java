package io.catalogbridge.server.cli;

import io.catalogbridge.server.store.CatalogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An entry of the catalog for people: business context first, then columns. */
record EntryText(Console console) {

    private static final int LABEL_WIDTH = 13;
    private static final int TEXT_WIDTH = 100;

    void print(CatalogEntry entry, JsonNode detail) {
        console.line(entry.id() + "  [" + entry.kind() + "]");
        field("Label", detail.path("label").asString(""));
        field("Description", detail.path("description").asString(""));
        field("Usage", detail.path("usage").asString(""));
        field("In AWS Glue", detail.path("glue").asString(""));
        field("Source", detail.path("source").asString(""));
        field("Status", detail.path("lifecycle").path("status").asString(""));
        field("Reads from", texts(detail.path("sources")));
        field("Writes to", texts(detail.path("targets")));
        field("Runs", texts(detail.path("runs")));
        columns(detail.path("columns"));
        named("Hierarchies", detail.path("hierarchies"));
        named("Parameters", detail.path("parameters"));
    }

    private void field(String name, String value) {
        if (!value.isBlank()) {
            console.line("  " + pad(name, LABEL_WIDTH) + Texts.shortened(value, TEXT_WIDTH));
        }
    }

    private static String texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private void named(String title, JsonNode array) {
        if (array.isArray()) {
            field(
                    title,
                    array.valueStream()
                            .map(node -> node.path("name").asString())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void columns(JsonNode columns) {
        if (columns.isEmpty()) {
            return;
        }
        console.line("  Columns (" + columns.size() + ")");
        int names = width(columns, "name", 40);
        int types = width(columns, "type", 24);
        columns.forEach(column -> console.line("    " + pad(column.path("name").asString(), names) + "  "
                + pad(column.path("type").asString(), types) + "  "
                + Texts.shortened(String.join(" · ", meaning(column)), TEXT_WIDTH)));
    }

    private static List<String> meaning(JsonNode column) {
        List<String> parts = new ArrayList<>();
        parts.add(column.path("label").asString(column.path("comment").asString("")));
        parts.add(column.path("key").asBoolean(false) ? "key" : "");
        parts.add(column.path("role").asString(""));
        parts.add(column.path("aggregation").asString(""));
        parts.add(prefixed("currency ", column.path("currencyColumn").asString("")));
        parts.add(prefixed("unit ", column.path("unitColumn").asString("")));
        parts.removeIf(String::isBlank);
        return parts;
    }

    private static String prefixed(String prefix, String text) {
        return text.isEmpty() ? "" : prefix + text;
    }

    private static int width(JsonNode columns, String field, int most) {
        return Math.min(
                most,
                columns.valueStream()
                        .mapToInt(column -> column.path(field).asString("").length())
                        .max()
                        .orElse(0));
    }

    private static String pad(String text, int width) {
        String plain = Texts.plain(text);
        return plain.length() >= width ? plain : plain + " ".repeat(width - plain.length());
    }
}
