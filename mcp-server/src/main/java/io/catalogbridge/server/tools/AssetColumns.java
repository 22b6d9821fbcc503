package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.rules.ParameterKey;
import io.catalogbridge.server.surface.ClosestNames;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.ToolFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The columns of an asset or table, each with what it is called on the other side. */
final class AssetColumns {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NAME_LENGTH = 130;
    private static final int LABEL_LENGTH = 120;
    private static final int SUGGESTIONS = 5;
    private static final int TEXT_LENGTH = 600;
    private static final List<String> MEANING =
            List.of("aggregation", "measure", "formula", "currencyColumn", "unitColumn", "textColumn");
    private static final Map<String, ParameterKey> IN_GLUE = Map.of(
            "aggregation", ParameterKey.AGGREGATION,
            "measure", ParameterKey.MEASURE_KIND,
            "formula", ParameterKey.FORMULA,
            "currencyColumn", ParameterKey.CURRENCY,
            "unitColumn", ParameterKey.UNIT,
            "textColumn", ParameterKey.TEXT);

    private final List<Both> columns;

    private AssetColumns(List<Both> columns) {
        this.columns = columns;
    }

    /** A column in Datasphere and in Glue; a side that is not known has no fields. */
    private record Both(JsonNode source, JsonNode glue) {}

    /** The columns of an asset, in its order; {@code table} is what stands for it in Glue. */
    static AssetColumns ofAsset(JsonNode asset, JsonNode table) {
        Map<String, JsonNode> byName = new HashMap<>();
        table.path("columns").forEach(column -> byName.put(parameter(column, ParameterKey.NAME), column));
        return new AssetColumns(asset.path("columns")
                .valueStream()
                .map(column -> new Both(column, byName.getOrDefault(text(column, "name"), JSON.createObjectNode())))
                .toList());
    }

    /** The columns of a table, in its order. */
    static AssetColumns ofTable(JsonNode table) {
        return new AssetColumns(table.path("columns")
                .valueStream()
                .map(column -> new Both(JSON.createObjectNode(), column))
                .toList());
    }

    int size() {
        return columns.size();
    }

    private List<String> names() {
        return columns.stream().map(AssetColumns::name).toList();
    }

    /** The positions of the columns that a name means; upper and lower case matter only if both are there. */
    private List<Integer> positions(String wanted) {
        List<Integer> exact = positions(wanted, false);
        return exact.isEmpty() ? positions(wanted, true) : exact;
    }

    private List<Integer> positions(String wanted, boolean anyCase) {
        return IntStream.range(0, columns.size())
                .filter(at -> anyCase
                        ? name(columns.get(at)).equalsIgnoreCase(wanted)
                        : name(columns.get(at)).equals(wanted))
                .boxed()
                .toList();
    }

    /** The position of the column that a name means, or advice. */
    int position(String wanted) {
        List<Integer> positions = positions(wanted);
        if (positions.isEmpty()) {
            throw new ToolFailure(
                    "NOT_FOUND",
                    "There is no column '" + SafeText.of(wanted, NAME_LENGTH) + "' among its " + columns.size()
                            + " columns.",
                    false,
                    ClosestNames.to(wanted, names(), SUGGESTIONS),
                    "get_asset");
        }
        return positions.get(0);
    }

    /** A column as it is spelled, or advice. */
    String spelled(String wanted) {
        return name(columns.get(position(wanted)));
    }

    long measures() {
        return columns.stream().filter(column -> role(column).equals("measure")).count();
    }

    private static String name(Both column) {
        return text(column.source().isEmpty() ? column.glue() : column.source(), "name");
    }

    private static String role(Both column) {
        String role = text(column.source(), "role");
        return role.isEmpty() ? parameter(column.glue(), ParameterKey.ROLE) : role;
    }

    /** The name alone. */
    ObjectNode named(int at) {
        ObjectNode node = JSON.createObjectNode();
        put(node, "name", name(columns.get(at)), NAME_LENGTH);
        return node;
    }

    /** What it is called and what it is. */
    ObjectNode summed(int at) {
        Both column = columns.get(at);
        ObjectNode node = named(at);
        put(node, "label", label(column), LABEL_LENGTH);
        put(node, "type", type(column), NAME_LENGTH);
        if (column.source().path("key").asBoolean(false)
                || !parameter(column.glue(), ParameterKey.KEY).isEmpty()) {
            node.put("key", true);
        }
        put(node, "role", role(column), LABEL_LENGTH);
        put(node, "aggregation", meaning(column, "aggregation"), LABEL_LENGTH);
        return node;
    }

    /** Everything. */
    ObjectNode told(int at) {
        Both column = columns.get(at);
        ObjectNode node = summed(at);
        put(node, "description", description(column), TEXT_LENGTH);
        MEANING.forEach(field -> put(node, field, meaning(column, field), TEXT_LENGTH));
        put(node, "semantics", semantics(column), LABEL_LENGTH);
        if (!column.source().isEmpty()) {
            put(node, "glueName", text(column.glue(), "name"), NAME_LENGTH);
            put(node, "glueType", text(column.glue(), "type"), NAME_LENGTH);
        }
        return node;
    }

    private static String label(Both column) {
        String label = text(column.source(), "label");
        return label.isEmpty() ? parameter(column.glue(), ParameterKey.LABEL) : label;
    }

    private static String type(Both column) {
        return text(column.source().isEmpty() ? column.glue() : column.source(), "type");
    }

    private static String description(Both column) {
        return column.source().isEmpty() ? text(column.glue(), "comment") : text(column.source(), "description");
    }

    private static String meaning(Both column, String field) {
        String own = text(column.source(), field);
        ParameterKey key = IN_GLUE.get(field);
        return own.isEmpty() && key != null ? parameter(column.glue(), key) : own;
    }

    private static String semantics(Both column) {
        JsonNode own = column.source().path("semantics");
        return own.isEmpty()
                ? parameter(column.glue(), ParameterKey.SEMANTICS)
                : String.join(
                        ", ", own.valueStream().map(each -> each.asString("")).toList());
    }

    private static void put(ObjectNode node, String field, String text, int length) {
        if (!text.isEmpty()) {
            node.put(field, SafeText.of(text, length));
        }
    }

    private static String parameter(JsonNode column, ParameterKey key) {
        return text(column.path("parameters"), key.key());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
