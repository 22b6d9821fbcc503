package io.catalogbridge.mapping.plan;

import org.jspecify.annotations.Nullable;

/** Values of others, made fit for one line of a terminal: quoted, shortened, without control or direction characters. */
final class Quoted {

    private static final int LONGEST = 100;

    private Quoted() {}

    static String of(@Nullable String value) {
        return value == null ? "nothing" : '"' + plain(shortened(value)).replace("\"", "\\\"") + '"';
    }

    /** The whole value, without quotes. */
    static String plain(String value) {
        StringBuilder line = new StringBuilder();
        value.codePoints().forEach(c -> append(line, c));
        return line.toString();
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + '…';
    }

    private static void append(StringBuilder line, int c) {
        if (c == '\n') {
            line.append("\\n");
        } else {
            line.appendCodePoint(isHarmless(c) ? c : '\uFFFD');
        }
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
