package io.catalogbridge.mapping.csn;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The texts of a document that are kept apart from where they are used, as CSN Interop does: {@code {i18n>KEY}} stands for
 * the text of that key.
 */
final class Translations {

    static final Translations NONE = new Translations(Map.of());

    private static final Pattern REFERENCE = Pattern.compile("\\{i18n>([^}]+)}");

    private final Map<String, String> texts;

    private Translations(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Prefers English, then the language that comes first by code. */
    static Translations of(JsonNode document) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, JsonNode> languages = new TreeMap<>(Collections.reverseOrder());
        Json.members(document.path("i18n")).forEach(entry -> languages.put(entry.getKey(), entry.getValue()));
        languages.values().forEach(language -> addAll(language, texts));
        addAll(document.path("i18n").path("en"), texts);
        return texts.isEmpty() ? NONE : new Translations(texts);
    }

    private static void addAll(JsonNode language, Map<String, String> texts) {
        Json.members(language).forEach(entry -> {
            String text = Json.text(entry.getValue());
            if (text != null) {
                texts.put(entry.getKey(), text);
            }
        });
    }

    /** The text a reference stands for; other texts, and references to nothing, stay as they are. */
    String translate(String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.matches() ? texts.getOrDefault(reference.group(1), text) : text;
    }
}
