package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.rules.ParameterKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A query over a table as Athena reads it. All names are quoted: that is always right, whatever words are reserved. The measures
 * of an analytic model are combined as the model says, by some of its dimensions; of other tables, some rows are read.
 *
 * @param columns the table's columns as the store keeps them
 * @param model   whether the table stands for an analytic model
 */
record AthenaSample(TableName table, List<JsonNode> columns, boolean model) {

    private static final int COLUMNS = 12;
    private static final int DIMENSIONS = 4;
    private static final int MEASURES = 6;

    /** Empty where there is nothing to select. */
    Optional<String> sql() {
        List<JsonNode> shown = columns.stream()
                .filter(column -> !is(column, ParameterKey.HIDDEN, "true"))
                .toList();
        List<String> measures = shown.stream()
                .flatMap(column -> aggregated(column).stream())
                .limit(MEASURES)
                .toList();
        if (model && !measures.isEmpty()) {
            return Optional.of(totals(dimensions(shown), measures));
        }
        return shown.isEmpty() ? Optional.empty() : Optional.of(rows(shown));
    }

    private static List<String> dimensions(List<JsonNode> columns) {
        return columns.stream()
                .filter(column -> is(column, ParameterKey.ROLE, "dimension"))
                .map(AthenaSample::quoted)
                .limit(DIMENSIONS)
                .toList();
    }

    private String totals(List<String> dimensions, List<String> measures) {
        String selected = Stream.concat(dimensions.stream(), measures.stream()).collect(Collectors.joining(",\n  "));
        String positions = IntStream.rangeClosed(1, dimensions.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return "SELECT\n  " + selected + "\nFROM " + from()
                + (dimensions.isEmpty() ? "" : "\nGROUP BY " + positions + "\nLIMIT 100");
    }

    private String rows(List<JsonNode> columns) {
        return columns.stream()
                        .limit(COLUMNS)
                        .map(AthenaSample::quoted)
                        .collect(Collectors.joining(",\n  ", "SELECT\n  ", "\nFROM "))
                + from() + "\nLIMIT 10";
    }

    private String from() {
        return quoted(table.database()) + "." + quoted(table.table());
    }

    /** Empty for what is no measure, and for measures that cannot be made of the column alone. */
    private static Optional<String> aggregated(JsonNode column) {
        Predicate<JsonNode> stored =
                each -> is(each, ParameterKey.MEASURE_KIND, "base") || is(each, ParameterKey.MEASURE_KIND, "");
        if (!is(column, ParameterKey.ROLE, "measure") || !stored.test(column)) {
            return Optional.empty();
        }
        return function(parameter(column, ParameterKey.AGGREGATION))
                .map(call -> call.formatted(quoted(column)) + " AS " + quoted(column));
    }

    private static Optional<String> function(String aggregation) {
        return switch (aggregation.toUpperCase(Locale.ROOT)) {
            case "SUM" -> Optional.of("SUM(%s)");
            case "MIN" -> Optional.of("MIN(%s)");
            case "MAX" -> Optional.of("MAX(%s)");
            case "AVG", "AVERAGE" -> Optional.of("AVG(%s)");
            case "COUNT" -> Optional.of("COUNT(%s)");
            case "COUNT_DISTINCT", "COUNTDISTINCT" -> Optional.of("COUNT(DISTINCT %s)");
            default -> Optional.empty();
        };
    }

    private static boolean is(JsonNode column, ParameterKey key, String value) {
        return parameter(column, key).equals(value);
    }

    private static String parameter(JsonNode column, ParameterKey key) {
        return column.path("parameters").path(key.key()).asString("");
    }

    private static String quoted(JsonNode column) {
        return quoted(column.path("name").asString(""));
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
