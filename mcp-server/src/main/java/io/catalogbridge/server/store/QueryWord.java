package io.catalogbridge.server.store;

import java.util.List;

/**
 * One word to look for; the beginning of a word is enough, unless it is a single letter.
 *
 * @param text     as it was written, in small letters
 * @param variants what finds it: its spellings, or the words it was corrected to
 */
record QueryWord(String text, List<String> variants) {

    QueryWord {
        variants = List.copyOf(variants);
    }

    static QueryWord of(String text) {
        return new QueryWord(text, Words.spellings(text));
    }

    boolean in(NamedText field) {
        for (String variant : variants) {
            if (field.keys().contains(variant) || begins(field.spellings(), variant)) {
                return true;
            }
        }
        return false;
    }

    boolean exactlyIn(NamedText field) {
        return variants.stream()
                .anyMatch(variant ->
                        field.keys().contains(variant) || field.spellings().contains(variant));
    }

    private static boolean begins(List<String> words, String variant) {
        if (onlyWhole(variant)) {
            return words.contains(variant);
        }
        for (String word : words) {
            if (word.startsWith(variant)) {
                return true;
            }
        }
        return false;
    }

    static boolean onlyWhole(String variant) {
        return variant.codePointCount(0, variant.length()) < 2;
    }
}
