package io.catalogbridge.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An entry of the catalog for people: business context first, then columns. */
record EntryText(Console console) {

    private static final int LABEL_WIDTH = 13;
    private static final int TEXT_WIDTH = 100;

    /** @param detail what {@code show --json} prints */
    void print(JsonNode detail) {
        console.line(Texts.plain(detail.path("id").asString()) + "  ["
                + detail.path("kind").asString() + "]");
        field("Label", detail.path("label").asString(""));
        paragraph("Description", detail.path("description").asString(""));
        field("Usage", detail.path("usage").asString(""));
        field("In AWS Glue", detail.path("glue").asString(""));
        field("Source", detail.path("source").asString(""));
        field("Status", detail.path("lifecycle").path("status").asString(""));
        paragraph("Reads from", texts(detail.path("sources")));
        paragraph("Writes to", texts(detail.path("targets")));
        paragraph("Runs", texts(detail.path("runs")));
        field("Type", detail.path("type").asString(""));
        field("Comment", detail.path("comment").asString(""));
        field("Meaning", String.join(" · ", semantics(detail)));
        columns(detail.path("columns"));
        named("Hierarchies", detail.path("hierarchies"));
        named("Parameters", detail.path("parameters"));
    }

    private void field(String name, String value) {
        if (!value.isBlank()) {
            console.line("  " + pad(name, LABEL_WIDTH) + Texts.shortened(value, TEXT_WIDTH));
        }
    }

    private void paragraph(String name, String text) {
        String label = pad(name, LABEL_WIDTH);
        for (String line : Texts.wrapped(text, TEXT_WIDTH)) {
            console.line("  " + label + line);
            label = " ".repeat(LABEL_WIDTH);
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
        parts.addAll(semantics(column));
        parts.removeIf(String::isBlank);
        return parts;
    }

    private static List<String> semantics(JsonNode column) {
        List<String> parts = new ArrayList<>();
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
