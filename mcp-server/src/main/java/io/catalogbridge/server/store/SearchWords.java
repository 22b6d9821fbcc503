package io.catalogbridge.server.store;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How names become words: {@code NetAmount} is found as net and amount, {@code Größe} also as groesse. */
final class SearchWords {

    private SearchWords() {}

    /** Puts blanks where a small letter meets a capital one or a letter meets a digit. */
    static String split(String name) {
        return name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})", " ");
    }

    /** The text's words, and their other spellings where it has umlauts: Größe is also groesse and grösse. */
    static String of(String text) {
        String words = split(text);
        return Stream.of(words, withoutUmlauts(words), words.replace("ß", "ss"))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String withoutUmlauts(String text) {
        return text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ß", "ss");
    }
}
