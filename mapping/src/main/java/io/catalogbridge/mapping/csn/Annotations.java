package io.catalogbridge.mapping.csn;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The annotations of a definition or an element. Values come as {@code {"#": symbol}}, {@code {"=": path}} or plain, and
 * hand-written files have one value where an array is meant; all spellings mean the same here.
 */
record Annotations(JsonNode node, Translations translations) {

    boolean has(String name) {
        return node.has(name);
    }

    boolean flag(String name) {
        return Json.flag(node.path(name));
    }

    /** The value of an annotation as text, however it is wrapped. */
    @Nullable String value(String name) {
        return unwrapped(node.path(name));
    }

    /** The last word of a symbol: {@code SUM} of {@code {"#": "SUM"}} and of {@code "#SUM"}. */
    @Nullable String symbol(String name) {
        String value = value(name);
        return value == null ? null : value.substring(value.lastIndexOf('#') + 1);
    }

    List<String> values(String name) {
        return values(node.path(name));
    }

    static List<String> values(JsonNode node) {
        return Json.oneOrMany(node).stream()
                .map(Annotations::unwrapped)
                .filter(Objects::nonNull)
                .toList();
    }

    @Nullable String label() {
        String label = prose("@EndUserText.label");
        return label != null ? label : prose("@Common.Label");
    }

    @Nullable String description() {
        String quickInfo = prose("@EndUserText.quickInfo");
        return quickInfo != null ? quickInfo : prose("doc");
    }

    private @Nullable String prose(String name) {
        String value = value(name);
        String translated = value == null ? null : translations.translate(value);
        return translated == null || translated.isBlank() ? null : Prose.clean(translated);
    }

    static @Nullable String unwrapped(JsonNode value) {
        if (!value.isObject()) {
            return Json.text(value);
        }
        JsonNode inner = value.has("=") ? value.path("=") : value.path("#");
        return Json.text(inner);
    }

    /** A name in upper case, for look-ups that do not depend on spelling. */
    static String folded(@Nullable String name) {
        return name == null ? "" : name.toUpperCase(Locale.ROOT);
    }
}
