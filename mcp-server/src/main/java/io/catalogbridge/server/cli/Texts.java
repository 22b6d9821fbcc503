package io.catalogbridge.server.cli;

/** How third-party text is fitted to a line; labels and descriptions are data and are never trusted to be printable. */
final class Texts {

    private Texts() {}

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
