package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.rules.ParameterKey;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a definition lets see of a direct user's use of a column; the first tells the most. Errs towards use: only a definition
 * that is known and takes columns one by one can leave a column alone.
 */
enum ColumnUse {
    /** Its definition names the column. */
    NAMED,
    /** Its definition takes all columns. */
    ALL_COLUMNS,
    /** Its definition is not known, or does not say. */
    UNKNOWN,
    /** Its definition is known, takes columns one by one and does not name this one. */
    NOT_NAMED;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern COUNT_OF_ROWS = Pattern.compile("\\(\\s*\\*\\s*\\)");
    private static final String SELECT = "SELECT";

    /** For example {@code not-named}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a change of the column may reach the user. */
    boolean possible() {
        return this != NOT_NAMED;
    }

    /** The one of two that tells more of a use. */
    ColumnUse likelier(ColumnUse other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** As a view's definition says, or the table in Glue that stands for the asset. */
    static ColumnUse of(JsonNode user, String column) {
        boolean standsForIt = user.path("columns")
                .valueStream()
                .anyMatch(each -> each.path("parameters")
                        .path(ParameterKey.NAME.key())
                        .asString("")
                        .equals(column));
        return standsForIt
                ? NAMED
                : inDefinition(user.path("definition").asString("").strip(), column);
    }

    private static ColumnUse inDefinition(String definition, String column) {
        if (definition.isEmpty()) {
            return UNKNOWN;
        }
        if (names(definition, column)) {
            return NAMED;
        }
        return definition.startsWith("{") ? inQuery(definition) : inSql(definition);
    }

    private static boolean names(String text, String column) {
        String word = "(?<![\\p{L}\\p{N}_$])" + Pattern.quote(column) + "(?![\\p{L}\\p{N}_$])";
        return Pattern.compile(word, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** Any other star may stand for all columns; one that multiplies is taken for such, too. */
    private static ColumnUse inSql(String sql) {
        return COUNT_OF_ROWS.matcher(sql).replaceAll("").indexOf('*') < 0 ? NOT_NAMED : ALL_COLUMNS;
    }

    private static ColumnUse inQuery(String json) {
        try {
            JsonNode query = JSON.readTree(json);
            if (json.contains("\"*\"") || takesAll(query)) {
                return ALL_COLUMNS;
            }
            return query.findValue(SELECT) == null ? UNKNOWN : NOT_NAMED;
        } catch (JacksonException e) {
            return UNKNOWN;
        }
    }

    /** In CQN, a query without a list of columns takes all. */
    private static boolean takesAll(JsonNode node) {
        boolean here = node.path(SELECT).isObject() && !node.path(SELECT).has("columns");
        return here || node.valueStream().anyMatch(ColumnUse::takesAll);
    }

    /** As a flow says that carries rows; it may filter by columns that it does not carry. */
    static ColumnUse carried(JsonNode flow, AssetId from, String to, String column) {
        boolean mapped = flow.path("transfers")
                .valueStream()
                .filter(transfer -> transfer.path("to").asString("").equals(to)
                        && transfer.path("from")
                                .valueStream()
                                .anyMatch(each -> each.asString("").equals(from.text())))
                .flatMap(transfer -> transfer.path("columns").valueStream())
                .anyMatch(each -> names(each.path("from").asString(""), column));
        return mapped ? NAMED : UNKNOWN;
    }
}
