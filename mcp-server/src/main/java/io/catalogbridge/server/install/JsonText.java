package io.catalogbridge.server.install;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A configuration file in JSON, with comments and spare commas if it has any, changed by changing its text: what is not
 * touched stays as it is to the last space. Immutable.
 */
final class JsonText {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    /** As people and programs write such files: {@code "name": value}. */
    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER)))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String DEFAULT_INDENT = "  ";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What stands before the JSON: a byte order mark, or nothing. */
    private final String mark;

    private final String text;
    private final JsonNode tree;

    private JsonText(String mark, String text, JsonNode tree) {
        this.mark = mark;
        this.text = text;
        this.tree = tree;
    }

    /** @throws NotEditable if it is not one JSON object */
    static JsonText of(String text) throws NotEditable {
        return text.startsWith(BYTE_ORDER_MARK)
                ? of(BYTE_ORDER_MARK, text.substring(BYTE_ORDER_MARK.length()))
                : of("", text);
    }

    private static JsonText of(String mark, String text) throws NotEditable {
        if (text.isBlank()) {
            return of(mark, "{}\n");
        }
        try {
            JsonNode tree = LENIENT.readTree(text);
            if (tree == null || !tree.isObject()) {
                throw new NotEditable("it does not hold a JSON object");
            }
            return new JsonText(mark, text, tree);
        } catch (JacksonException e) {
            throw new NotEditable("it is not JSON: " + e.getOriginalMessage());
        }
    }

    String text() {
        return mark + text;
    }

    /** The value of a member of a member; null if there is none. */
    @Nullable JsonNode value(String section, String name) {
        return tree.path(section).get(name);
    }

    /**
     * The same with this member of a section, which is made if need be.
     *
     * @throws NotEditable if the section is no object, or the member is there already and holds comments
     */
    JsonText with(String section, String name, JsonNode value) throws NotEditable {
        if (value.equals(value(section, name))) {
            return this;
        }
        Layout root = layout(null);
        if (!root.members.containsKey(section)) {
            return changed(root.insertion(section, inner(name, value, indent(root)), indent(root), ""));
        }
        Layout layout = sectionLayout(section);
        Member there = layout.members.get(name);
        String indent = indent(root);
        return there == null
                ? changed(layout.insertion(name, print(value, indent, indent.repeat(2)), indent.repeat(2), indent))
                : changed(replaced(there, print(value, indent, indent.repeat(2))));
    }

    /**
     * The same without this member of a section.
     *
     * @throws NotEditable if the section is no object
     */
    JsonText without(String section, String name) throws NotEditable {
        if (value(section, name) == null) {
            return this;
        }
        return changed(sectionLayout(section).removal(name));
    }

    private JsonText changed(String changed) throws NotEditable {
        return of(mark, changed);
    }

    private String replaced(Member member, String value) throws NotEditable {
        String old = text.substring(member.value, member.end);
        try {
            STRICT.readTree(old);
        } catch (JacksonException e) {
            throw new NotEditable("its entry for this server holds comments, which would be lost");
        }
        return text.substring(0, member.value) + value + text.substring(member.end);
    }

    private String inner(String name, JsonNode value, String indent) {
        String deep = indent.repeat(2);
        return "{" + newline() + deep + quoted(name) + ": " + print(value, indent, deep) + newline() + indent + "}";
    }

    /** A value whose first line follows something and whose other lines stand at this depth. */
    private String print(JsonNode value, String indent, String depth) {
        StringBuilder printed = new StringBuilder();
        STRICT.writeValueAsString(value).lines().forEach(line -> {
            String stripped = line.stripLeading();
            int levels = (line.length() - stripped.length()) / DEFAULT_INDENT.length();
            printed.append(printed.isEmpty() ? "" : newline() + depth + indent.repeat(levels))
                    .append(stripped);
        });
        return printed.toString();
    }

    private static String quoted(String name) {
        return STRICT.writeValueAsString(name);
    }

    private String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** What the file's first member is indented by. */
    private String indent(Layout root) {
        for (Member member : root.members.values()) {
            int line = text.lastIndexOf('\n', member.name) + 1;
            String before = text.substring(line, member.name);
            return line > 0 && !before.isEmpty() && before.isBlank() ? before : DEFAULT_INDENT;
        }
        return DEFAULT_INDENT;
    }

    private Layout sectionLayout(String section) throws NotEditable {
        if (!tree.path(section).isObject()) {
            throw new NotEditable("its '" + section + "' is not an object");
        }
        return layout(section);
    }

    /** Where things are in the object that is this member, or in the whole. */
    private Layout layout(@Nullable String section) {
        try (JsonParser parser = LENIENT.createParser(text)) {
            parser.nextToken();
            while (section != null && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals(section);
                parser.nextToken();
                if (found) {
                    break;
                }
                parser.skipChildren();
            }
            return members(parser);
        }
    }

    private Layout members(JsonParser parser) {
        Layout layout = new Layout(offset(parser) + 1);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int start = offset(parser);
            String name = parser.currentName();
            parser.nextToken();
            int value = offset(parser);
            parser.skipChildren();
            parser.getString();
            layout.members.put(name, new Member(start, value, (int)
                    parser.currentLocation().getCharOffset()));
        }
        layout.end = offset(parser);
        return layout;
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** Offsets of a member's name and value, and of what follows it. */
    private record Member(int name, int value, int end) {}

    /** An object's members, in order. */
    private final class Layout {

        private final int start;
        private final Map<String, Member> members = new LinkedHashMap<>();
        private int end;

        Layout(int start) {
            this.start = start;
        }

        /** New members come first, where no comma and no comment of others is in the way. */
        String insertion(String name, String value, String depth, String outer) {
            String member = newline() + depth + quoted(name) + ": " + value;
            String rest = text.substring(start);
            boolean alone = members.isEmpty();
            boolean closed = alone && text.substring(start, end).isBlank();
            return text.substring(0, start)
                    + member
                    + (alone ? "" : ",")
                    + (closed ? newline() + outer + text.substring(end) : rest);
        }

        /** With the comma after it, or, if it is the last, the one before it. */
        String removal(String name) {
            Member gone = members.get(name);
            if (gone == null) {
                return text;
            }
            int lineStart = blankBefore(gone.name);
            int after = afterBlank(gone.end);
            if (text.charAt(after) == ',') {
                return text.substring(0, lineStart) + text.substring(after + 1);
            }
            int before = members.values().stream()
                    .filter(each -> each.end <= gone.name)
                    .mapToInt(Member::end)
                    .max()
                    .orElse(-1);
            if (before < 0) {
                return text.substring(0, lineStart) + text.substring(gone.end);
            }
            int comma = afterBlank(before);
            return text.substring(0, comma) + text.substring(comma + 1, lineStart) + text.substring(gone.end);
        }

        private int blankBefore(int offset) {
            int at = offset;
            while (Character.isWhitespace(text.charAt(at - 1))) {
                at--;
            }
            return at;
        }

        /** The first character that is neither blank nor part of a comment. */
        private int afterBlank(int offset) {
            int at = offset;
            while (true) {
                if (Character.isWhitespace(text.charAt(at))) {
                    at++;
                } else if (text.startsWith("//", at)) {
                    int line = text.indexOf('\n', at);
                    at = line < 0 ? text.length() : line;
                } else if (text.startsWith("/*", at)) {
                    at = text.indexOf("*/", at) + 2;
                } else {
                    return at;
                }
            }
        }
    }
}
