package io.catalogbridge.mapping.glue;

import io.catalogbridge.mapping.glue.GlueType.Primitive;
import io.catalogbridge.mapping.glue.GlueType.Struct.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads Hive type strings; every step answers empty for what it does not understand. */
final class GlueTypeParser {

    /** Deeper nesting is left alone: no engine reads it, and a hostile string must not exhaust the stack. */
    static final int MAX_DEPTH = 64;

    private static final Map<String, GlueType> PRIMITIVES =
            Stream.of(Primitive.values()).collect(Collectors.toUnmodifiableMap(Primitive::print, Function.identity()));

    /** Spellings that DDL accepts and that mean a type above; Hive's bare decimal is decimal(10,0). */
    private static final Map<String, GlueType> ALIASES =
            Map.of("integer", Primitive.INT, "decimal", new GlueType.Decimal(10, 0));

    private static final Pattern NESTED = Pattern.compile("(array|map|struct)\\s*<(.*)>", Pattern.DOTALL);
    private static final Pattern SIZED =
            Pattern.compile("(decimal|char|varchar)\\s*\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\)");

    private GlueTypeParser() {}

    static GlueType parse(String spelling) {
        return read(spelling.toLowerCase(Locale.ROOT), MAX_DEPTH).orElseGet(() -> new GlueType.Other(spelling));
    }

    private static Optional<GlueType> read(String text, int depth) {
        String type = text.strip();
        return Optional.ofNullable(PRIMITIVES.get(type))
                .or(() -> Optional.ofNullable(ALIASES.get(type)))
                .or(() -> sized(type))
                .or(() -> depth == 0 ? Optional.empty() : nested(type, depth - 1));
    }

    private static Optional<GlueType> sized(String type) {
        Matcher matcher = SIZED.matcher(type);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(2));
        String second = matcher.group(3);
        if (matcher.group(1).equals("decimal")) {
            return decimal(first, second == null ? 0 : Integer.parseInt(second));
        }
        return second == null ? text(matcher.group(1), first) : Optional.empty();
    }

    private static Optional<GlueType> decimal(int precision, int scale) {
        boolean valid = precision >= 1 && precision <= 38 && scale <= precision;
        return valid ? Optional.of(new GlueType.Decimal(precision, scale)) : Optional.empty();
    }

    private static Optional<GlueType> text(String name, int length) {
        return name.equals("char")
                ? within(length, 255, GlueType.Char::new)
                : within(length, 65_535, GlueType.Varchar::new);
    }

    private static Optional<GlueType> within(int length, int most, IntFunction<GlueType> type) {
        return length >= 1 && length <= most ? Optional.of(type.apply(length)) : Optional.empty();
    }

    private static Optional<GlueType> nested(String type, int depth) {
        Matcher matcher = NESTED.matcher(type);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> parts = split(matcher.group(2));
        return switch (matcher.group(1)) {
            case "array" -> array(parts, depth);
            case "map" -> map(parts, depth);
            default -> struct(parts, depth);
        };
    }

    private static Optional<GlueType> array(List<String> parts, int depth) {
        return parts.size() == 1 ? read(parts.get(0), depth).map(GlueType.Array::new) : Optional.empty();
    }

    private static Optional<GlueType> map(List<String> parts, int depth) {
        return parts.size() == 2
                ? read(parts.get(0), depth)
                        .flatMap(key -> read(parts.get(1), depth).map(value -> new GlueType.Map(key, value)))
                : Optional.empty();
    }

    private static Optional<GlueType> struct(List<String> parts, int depth) {
        List<Field> fields = new ArrayList<>(parts.size());
        for (String part : parts) {
            Optional<Field> field = field(part, depth);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        return Optional.of(new GlueType.Struct(fields));
    }

    private static Optional<Field> field(String part, int depth) {
        int colon = part.indexOf(':');
        String name = part.substring(0, Math.max(colon, 0)).strip();
        return Field.isName(name)
                ? read(part.substring(colon + 1), depth).map(type -> new Field(name, type))
                : Optional.empty();
    }

    /** Splits at the commas that stand outside all brackets; at least one part, which may be empty. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int open = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '(') {
                open++;
            } else if (c == '>' || c == ')') {
                open--;
            } else if (c == ',' && open == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
