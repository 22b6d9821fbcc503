package io.catalogbridge.server.cli;

import java.util.ArrayList;
import java.util.List;

/** How third-party text is fitted to a line; labels and descriptions are data and are never trusted to be printable. */
final class Texts {

    private Texts() {}

    /** An argument as a shell takes it. */
    static String argument(String text) {
        return text.matches("[\\w./:@%+=,~-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** As many lines as the text has and needs, each at most this long where words allow. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        text.lines().map(Texts::plain).filter(line -> !line.isEmpty()).forEach(line -> wrap(line, width, lines));
        return lines;
    }

    private static void wrap(String line, int width, List<String> lines) {
        StringBuilder current = new StringBuilder();
        for (String word : line.split(" ", -1)) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > width) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        lines.add(current.toString());
    }

    /** One line without control characters, at most this many characters. */
    static String shortened(String text, int length) {
        String line = plain(text);
        return line.length() <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, length - 1))) + "…";
    }

    /** One line without control characters, such as those that move a terminal's cursor. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    }
}
