package io.catalogbridge.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A name or another text of an entry, as it is looked into.
 *
 * @param size      how many words it has
 * @param spellings its words in all spellings
 * @param keys      the whole as one word; empty for what nobody looks for as a whole
 */
record NamedText(int size, List<String> spellings, Set<String> keys) {

    static NamedText name(String text) {
        List<String> words = Words.of(text);
        return new NamedText(words.size(), spellings(words), Words.keys(words));
    }

    static NamedText text(String text) {
        List<String> words = Words.of(text);
        return new NamedText(words.size(), spellings(words), Set.of());
    }

    private static List<String> spellings(List<String> words) {
        List<String> spellings = new ArrayList<>(words.size());
        words.forEach(word -> spellings.addAll(Words.spellings(word)));
        return spellings;
    }
}
