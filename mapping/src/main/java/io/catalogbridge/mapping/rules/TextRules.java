package io.catalogbridge.mapping.rules;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How texts become texts that Glue stores. Limits count bytes of UTF-8, which satisfies both Glue's documents, one of which
 * counts bytes and the other characters.
 *
 * <p>Glue refuses control characters everywhere, and line breaks in column comments. Characters that change the direction
 * of what follows, or that are invisible copies of ASCII, are left out too: what people read is what is there.
 */
final class TextRules {

    /** Glue: column comment. */
    static final int COMMENT_BYTES = 255;

    /** Glue: description of a database, table or job. */
    static final int DESCRIPTION_BYTES = 2_048;

    /** Glue: value of a parameter. */
    static final int VALUE_BYTES = 512_000;

    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_BYTES = 3;

    /** Longer runs of combining marks are cut like anything else. */
    private static final int MAX_MARKS = 32;

    private static final int MAX_UTF8_PER_UNIT = 3;
    private static final int NOTHING = -1;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;

    private static final Pattern SPACES = Pattern.compile(" +");

    private TextRules() {}

    /** A text that is stored, and whether it had to be cut. */
    record Fitted(String text, boolean cut) {}

    /** Label first, then text, on one line. */
    static String line(@Nullable String label, @Nullable String text) {
        return singleLine(joined(label, text, ": "));
    }

    /** Label first, then text, on lines of their own. */
    static String paragraph(@Nullable String label, @Nullable String text) {
        return lines(joined(label, text, "\n"));
    }

    private static String joined(@Nullable String label, @Nullable String text, String separator) {
        String first = Optional.ofNullable(label).orElse("");
        String second = Optional.ofNullable(text).orElse("");
        if (first.isEmpty() || first.equals(second)) {
            return second;
        }
        return second.isEmpty() ? first : first + separator + second;
    }

    /** Everything that Glue's single-line pattern allows; line breaks and runs of white space become one space. */
    static String singleLine(String text) {
        String line = rewritten(text, TextRules::onOneLine).strip();
        return line.contains("  ") ? SPACES.matcher(line).replaceAll(" ") : line;
    }

    private static int onOneLine(int c) {
        if (isSpace(c)) {
            return ' ';
        }
        return isLegible(c) ? c : NOTHING;
    }

    /** Everything that Glue's multi-line pattern allows; all line breaks become line feeds. */
    static String lines(String text) {
        return rewritten(text.replace("\r\n", "\n"), TextRules::onLines).strip();
    }

    private static int onLines(int c) {
        if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            return '\n';
        }
        return c == '\n' || c == '\t' || isLegible(c) ? c : NOTHING;
    }

    /** The same text, where what cannot be stored is replaced by U+FFFD, so that different texts stay visibly different. */
    static String exact(String text) {
        return rewritten(text, c -> isStorable(c) ? c : 0xFFFD);
    }

    /** The text itself where no rule changes it, so that texts that appear again and again are held once. */
    private static String rewritten(String text, IntUnaryOperator rule) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(rule).filter(c -> c != NOTHING).forEach(out::appendCodePoint);
        return text.contentEquals(out) ? text : out.toString();
    }

    /** Visible ASCII and spaces, which no rule changes. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(int c) {
        return c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isStorable(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        return !control && !isSurrogate(c) && c != 0xFFFE && c != 0xFFFF;
    }

    private static boolean isLegible(int c) {
        boolean directional = isBetween(c, 0x202A, 0x202E) || isBetween(c, 0x2066, 0x2069);
        boolean tag = isBetween(c, 0xE0000, 0xE007F);
        return !Character.isISOControl(c) && isStorable(c) && !directional && !tag;
    }

    private static boolean isSurrogate(int c) {
        return isBetween(c, Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    }

    private static boolean isBetween(int c, int first, int last) {
        return c >= first && c <= last;
    }

    static boolean fits(String text, int bytes) {
        return text.length() <= bytes / MAX_UTF8_PER_UNIT || end(text, bytes) == text.length();
    }

    /** Cuts a text that is longer than this many bytes and ends it with an ellipsis. */
    static Fitted fit(String text, int bytes) {
        return fit(text, bytes, ELLIPSIS, ELLIPSIS_BYTES);
    }

    /** Cuts a text that is longer than this many bytes and ends it with a marker in ASCII. */
    static Fitted fit(String text, int bytes, String marker) {
        return fit(text, bytes, marker, marker.length());
    }

    private static Fitted fit(String text, int bytes, String marker, int markerBytes) {
        if (fits(text, bytes)) {
            return new Fitted(text, false);
        }
        int end = betweenCharacters(text, end(text, bytes - markerBytes));
        return new Fitted(text.substring(0, end).stripTrailing() + marker, true);
    }

    /** How many UTF-16 units fit into this many bytes, whole code points only. */
    private static int end(String text, int bytes) {
        int left = bytes;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            left -= utf8Length(c);
            if (left < 0) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static int utf8Length(int c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return c < 0x10000 ? 3 : 4;
    }

    /** The nearest place before this one where no combining sequence is torn apart. */
    private static int betweenCharacters(String text, int end) {
        int at = end;
        for (int marks = 0; marks < MAX_MARKS && at > 0; marks++) {
            if (!continues(text, at)) {
                return at;
            }
            at = text.offsetByCodePoints(at, -1);
        }
        return end;
    }

    private static boolean continues(String text, int at) {
        int next = text.codePointAt(at);
        return next == ZERO_WIDTH_JOINER
                || text.codePointBefore(at) == ZERO_WIDTH_JOINER
                || isMark(next)
                || isBetween(next, FIRST_SKIN_TONE, LAST_SKIN_TONE);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
