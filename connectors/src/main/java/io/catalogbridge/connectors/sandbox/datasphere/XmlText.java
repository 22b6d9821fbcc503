package io.catalogbridge.connectors.sandbox.datasphere;

/** Writes indented XML the way the tenant does. Not thread-safe. */
final class XmlText {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    private int depth;

    /** Writes an element around content; attributes alternate name and value. */
    void element(String name, Runnable content, String... attributes) {
        start(name, attributes).append('>');
        depth++;
        content.run();
        depth--;
        newLine().append("</").append(name).append('>');
    }

    /** Writes an element without content. */
    void empty(String name, String... attributes) {
        start(name, attributes).append("/>");
    }

    /** Writes an element with text only. */
    void text(String name, String content) {
        start(name).append('>');
        escaped(content);
        text.append("</").append(name).append('>');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder start(String name, String... attributes) {
        newLine().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escaped(attributes[i + 1]);
            text.append('"');
        }
        return text;
    }

    private StringBuilder newLine() {
        return text.append('\n').append(INDENT.repeat(depth));
    }

    private void escaped(String value) {
        value.codePoints().filter(XmlText::isXml).forEach(this::escaped);
    }

    private void escaped(int codePoint) {
        switch (codePoint) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            case '\n' -> text.append("&#10;");
            case '\r' -> text.append("&#13;");
            case '\t' -> text.append("&#9;");
            default -> text.appendCodePoint(codePoint);
        }
    }

    /** XML 1.0, production "Char": other characters cannot be written at all. */
    private static boolean isXml(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x10000;
    }
}
