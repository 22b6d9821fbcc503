package io.catalogbridge.server.surface;

import org.jspecify.annotations.Nullable;

/** Third-party text made fit for an answer: one line, no control characters, capped. It stays data whatever it says. */
public final class SafeText {

    private SafeText() {}

    /** The text in at most {@code length} characters; nothing stays nothing. */
    public static @Nullable String of(@Nullable String text, int length) {
        if (text == null) {
            return null;
        }
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= length) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
    }
}
