package io.catalogbridge.connectors.sandbox.aws;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the filter of {@code GetPartitions}: comparisons of partition keys with literals, {@code IN}, {@code BETWEEN}, {@code
 * LIKE} and {@code IS NULL}, joined by {@code AND}, {@code OR}, {@code NOT} and parentheses.
 *
 * <p>Keys of numeric types compare as numbers, all others as text.
 */
final class PartitionPredicate {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*('(?:[^']|'')*'|\"[^\"]+\"|`[^`]+`|-?\\d+(?:\\.\\d+)?(?!\\w)|<>|<=|>=|!=|[=<>(),]|[\\w.]+)");
    private static final Pattern NUMERIC_TYPE =
            Pattern.compile("(tinyint|smallint|int|integer|bigint|long|float|double|decimal.*)");
    private static final Set<String> LITERAL_TYPES = Set.of("DATE", "TIMESTAMP");
    private static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

    private final Deque<String> tokens;
    private final List<ObjectNode> keys;

    private PartitionPredicate(Deque<String> tokens, List<ObjectNode> keys) {
        this.tokens = tokens;
        this.keys = keys;
    }

    /**
     * Reads an expression.
     *
     * @param expression blank: everything matches
     * @param keys the partition keys of the table, as columns
     * @return a test of partition values in the order of the keys
     * @throws AwsError when the expression cannot be read or names something that is not a key
     */
    static Predicate<List<String>> parse(String expression, List<ObjectNode> keys) {
        if (expression.isBlank()) {
            return values -> true;
        }
        PartitionPredicate parser = new PartitionPredicate(tokens(expression), keys);
        Predicate<List<String>> predicate = parser.anyOf();
        if (!parser.tokens.isEmpty()) {
            throw unreadable(parser.tokens.element());
        }
        return predicate;
    }

    private Predicate<List<String>> anyOf() {
        Predicate<List<String>> predicate = allOf();
        while (accept("OR")) {
            predicate = predicate.or(allOf());
        }
        return predicate;
    }

    private Predicate<List<String>> allOf() {
        Predicate<List<String>> predicate = term();
        while (accept("AND")) {
            predicate = predicate.and(term());
        }
        return predicate;
    }

    private Predicate<List<String>> term() {
        if (accept("NOT")) {
            return term().negate();
        }
        if (accept("(")) {
            Predicate<List<String>> predicate = anyOf();
            expect(")");
            return predicate;
        }
        return condition(column(next()));
    }

    private Predicate<List<String>> condition(Column column) {
        if (accept("IS")) {
            boolean negated = accept("NOT");
            expect("NULL");
            return column.matching(value -> value.equals(NO_VALUE) != negated);
        }
        boolean negated = accept("NOT");
        Predicate<List<String>> condition = comparison(column, next());
        return negated ? condition.negate() : condition;
    }

    private Predicate<List<String>> comparison(Column column, String operator) {
        return switch (operator.toUpperCase(Locale.ROOT)) {
            case "=" -> column.compared(literal(), order -> order == 0);
            case "<>", "!=" -> column.compared(literal(), order -> order != 0);
            case "<" -> column.compared(literal(), order -> order < 0);
            case "<=" -> column.compared(literal(), order -> order <= 0);
            case ">" -> column.compared(literal(), order -> order > 0);
            case ">=" -> column.compared(literal(), order -> order >= 0);
            case "LIKE" -> column.matching(like(literal()).asMatchPredicate());
            case "IN" -> in(column);
            case "BETWEEN" -> between(column);
            default -> throw unreadable(operator);
        };
    }

    private Predicate<List<String>> in(Column column) {
        expect("(");
        Predicate<List<String>> predicate = column.compared(literal(), order -> order == 0);
        while (accept(",")) {
            predicate = predicate.or(column.compared(literal(), order -> order == 0));
        }
        expect(")");
        return predicate;
    }

    private Predicate<List<String>> between(Column column) {
        Predicate<List<String>> from = column.compared(literal(), order -> order >= 0);
        expect("AND");
        return from.and(column.compared(literal(), order -> order <= 0));
    }

    private Column column(String token) {
        String name = token.replaceAll("^[\"`]|[\"`]$", "");
        for (int index = 0; index < keys.size(); index++) {
            if (keys.get(index).path("Name").asString().equalsIgnoreCase(name)) {
                String type = keys.get(index).path("Type").asString("string");
                return new Column(index, NUMERIC_TYPE.matcher(type).matches());
            }
        }
        throw AwsError.invalidInput("Expression names " + token + ", which is not a partition key.");
    }

    private String literal() {
        String token = next();
        if (LITERAL_TYPES.contains(token.toUpperCase(Locale.ROOT))) {
            token = next();
        }
        if (token.startsWith("'")) {
            return token.substring(1, token.length() - 1).replace("''", "'");
        }
        if (token.matches("-?\\d.*")) {
            return token;
        }
        throw unreadable(token);
    }

    private static Pattern like(String pattern) {
        String regex = pattern.codePoints()
                .mapToObj(Character::toString)
                .map(PartitionPredicate::likeOne)
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static String likeOne(String character) {
        return switch (character) {
            case "%" -> ".*";
            case "_" -> ".";
            default -> Pattern.quote(character);
        };
    }

    private String next() {
        if (tokens.isEmpty()) {
            throw AwsError.invalidInput("Unsupported expression: it ends too early.");
        }
        return tokens.remove();
    }

    private boolean accept(String token) {
        return token.equalsIgnoreCase(tokens.peek()) && token.equalsIgnoreCase(tokens.remove());
    }

    private void expect(String token) {
        String actual = next();
        if (!actual.equalsIgnoreCase(token)) {
            throw unreadable(actual);
        }
    }

    private static Deque<String> tokens(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression.stripTrailing());
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, matcher.regionEnd());
        }
        if (end < expression.stripTrailing().length()) {
            throw unreadable(expression.substring(end));
        }
        return new ArrayDeque<>(tokens);
    }

    private static AwsError unreadable(String where) {
        return AwsError.invalidInput("Unsupported expression at: " + where);
    }

    /** A partition key by its place among the values. */
    private record Column(int index, boolean numeric) {

        Predicate<List<String>> matching(Predicate<String> condition) {
            return values -> condition.test(values.get(index));
        }

        Predicate<List<String>> compared(String literal, IntPredicate accepted) {
            if (!numeric) {
                return matching(value -> accepted.test(value.compareTo(literal)));
            }
            BigDecimal number = number(literal);
            return matching(
                    value -> isNumber(value) && accepted.test(number(value).compareTo(number)));
        }

        private static boolean isNumber(String text) {
            return text.matches("[+-]?\\d{1,40}(\\.\\d{1,40})?");
        }

        private static BigDecimal number(String text) {
            if (!isNumber(text)) {
                throw AwsError.invalidInput("Unsupported expression: " + text + " is not a number.");
            }
            return new BigDecimal(text);
        }
    }
}
