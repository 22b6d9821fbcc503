package io.catalogbridge.mapping.csn;

import org.jspecify.annotations.Nullable;

/** Text that people wrote, made safe to pass on. */
final class Prose {

    private Prose() {}

    /** Line breaks stay, tabs become spaces, other control characters and halves of surrogate pairs go. */
    static @Nullable String clean(@Nullable String text) {
        if (text == null || text.codePoints().noneMatch(Prose::unwelcome)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                out.append(' ');
            } else if (!unwelcome(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean unwelcome(int c) {
        return (Character.isISOControl(c) && c != '\n') || Character.getType(c) == Character.SURROGATE;
    }
}
