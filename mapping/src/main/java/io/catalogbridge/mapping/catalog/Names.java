package io.catalogbridge.mapping.catalog;

/** How names are made safe to print and to put into identifiers. */
final class Names {

    private Names() {}

    /** Control characters become a dot: SAP separates the parts of a remote entity with U+007F. */
    static String withoutControlCharacters(String name) {
        return name.codePoints().anyMatch(Character::isISOControl) ? name.replaceAll("\\p{Cntrl}+", ".") : name;
    }

    /** Percent-encodes what would make an identifier ambiguous: {@code %}, {@code #} and control characters. */
    static String encode(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            if (c == '%' || c == '#' || Character.isISOControl(c)) {
                out.append('%').append(String.format("%02X", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Undoes {@link #encode}; a percent sign that starts no escape stays as it is. */
    static String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (isEscape(text, i)) {
                out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
