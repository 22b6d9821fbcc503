package io.catalogbridge.server.resources;

import io.catalogbridge.server.surface.SafeText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of two long texts in which they differ. */
final class Excerpt {

    /** Shown before the first difference. */
    private static final int LEAD = 30;

    private Excerpt() {}

    /** Where to begin so that the difference is seen; the beginning if both are short enough or one is absent. */
    static int start(@Nullable String before, @Nullable String after, int length) {
        if (before == null || after == null || Math.max(before.length(), after.length()) <= length) {
            return 0;
        }
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int start = Math.max(0, same - LEAD);
        return start > 0 && Character.isLowSurrogate(before.charAt(start)) ? start - 1 : start;
    }

    /** The text from there on, in at most {@code length} characters. */
    static String of(String text, int start, int length) {
        String rest = text.substring(Math.min(start, text.length()));
        return (start > 0 ? "…" : "") + Objects.requireNonNullElse(SafeText.of(rest, length), "");
    }
}
