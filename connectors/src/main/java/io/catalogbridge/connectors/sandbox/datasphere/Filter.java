package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An OData-like condition over texts, such as {@code status eq Deployed and changedOn gt '2026-05-01'}.
 *
 * <p>Values may be unquoted. A value of the form {@code YYYY-MM-DD} is compared with the day of the field. A field
 * without a value meets no comparison but {@code ne}.
 */
final class Filter {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([()])|'((?:[^']|'')*)'|([^\\s()']+))");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final int MAX_DEPTH = 50;

    private final List<Token> tokens;
    private final Set<String> fields;
    private int position;
    private int depth;

    private Filter(List<Token> tokens, Set<String> fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    /** The values of one entry, by field. */
    interface Entry extends Function<String, Optional<String>> {}

    /**
     * Reads a condition.
     *
     * @throws RequestRejected when it is malformed or names a field that is not among {@code fields}
     */
    static Predicate<Entry> parse(String text, Set<String> fields) {
        Filter parser = new Filter(tokens(text), fields);
        Predicate<Entry> condition = parser.either();
        if (parser.position < parser.tokens.size()) {
            throw malformed("unexpected " + parser.tokens.get(parser.position).text());
        }
        return condition;
    }

    private Predicate<Entry> either() {
        Predicate<Entry> condition = both();
        while (takes("or")) {
            condition = condition.or(both());
        }
        return condition;
    }

    private Predicate<Entry> both() {
        Predicate<Entry> condition = single();
        while (takes("and")) {
            condition = condition.and(single());
        }
        return condition;
    }

    private Predicate<Entry> single() {
        if (++depth > MAX_DEPTH) {
            throw malformed("nested too deeply");
        }
        Predicate<Entry> condition;
        if (takes("not")) {
            condition = single().negate();
        } else if (takes("(")) {
            condition = either();
            expect(")");
        } else {
            condition = comparison();
        }
        depth--;
        return condition;
    }

    private Predicate<Entry> comparison() {
        String field = next().text();
        if (!fields.contains(field)) {
            throw malformed("unknown field " + field);
        }
        String operator = next().text();
        if (!OPERATORS.contains(operator)) {
            throw malformed("unknown operator " + operator);
        }
        String value = next().text();
        return entry -> compares(entry.apply(field), operator, value);
    }

    private static boolean compares(Optional<String> actual, String operator, String value) {
        if (actual.isEmpty()) {
            return operator.equals("ne");
        }
        boolean byDay = DAY.matcher(value).matches() && actual.get().length() > value.length();
        String compared = byDay ? actual.get().substring(0, value.length()) : actual.get();
        int order = compared.compareTo(value);
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private boolean takes(String keyword) {
        boolean found = position < tokens.size() && tokens.get(position).is(keyword);
        if (found) {
            position++;
        }
        return found;
    }

    private void expect(String keyword) {
        if (!takes(keyword)) {
            throw malformed("expected " + keyword);
        }
    }

    private Token next() {
        if (position == tokens.size()) {
            throw malformed("unexpected end");
        }
        return tokens.get(position++);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (end < text.strip().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw malformed("unexpected character at " + end);
            }
            tokens.add(token(matcher));
            end = matcher.end();
        }
        return tokens;
    }

    private static Token token(Matcher matcher) {
        String quoted = matcher.group(2);
        if (quoted != null) {
            return new Token(quoted.replace("''", "'"), true);
        }
        String mark = matcher.group(1);
        return new Token(mark != null ? mark : String.valueOf(matcher.group(3)), false);
    }

    private static RequestRejected malformed(String reason) {
        return RequestRejected.badRequest("Invalid filter: " + reason);
    }

    private record Token(String text, boolean quoted) {

        boolean is(String keyword) {
            return !quoted && text.equals(keyword);
        }
    }
}
