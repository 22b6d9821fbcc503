package io.catalogbridge.server.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The terms under which an entry is found. The first letter says what a term is: a word of the heading ({@code h}, name or
 * label), of a column ({@code c}), of the description ({@code d}); the whole name or label as one word ({@code k}), that of a
 * column ({@code q}); or a filter ({@code f}).
 */
final class IndexTerms {

    static final char HEADING = 'h';
    static final char COLUMN = 'c';
    static final char DESCRIPTION = 'd';
    static final char KEY = 'k';
    static final char COLUMN_KEY = 'q';

    private final Set<String> terms = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();

    private IndexTerms() {}

    static IndexTerms of(CatalogEntry entry, EntryFacts facts) {
        IndexTerms index = new IndexTerms();
        index.named(HEADING, KEY, entry.name());
        index.named(HEADING, KEY, entry.label() == null ? "" : entry.label());
        index.words(DESCRIPTION, Words.of(entry.container()));
        index.words(DESCRIPTION, Words.of(entry.description() == null ? "" : entry.description()));
        facts.columns().forEach(column -> {
            index.named(COLUMN, COLUMN_KEY, column.name());
            index.words(COLUMN, Words.of(column.label()));
        });
        index.filters(entry, facts);
        return index;
    }

    private void named(char wordMark, char keyMark, String name) {
        List<String> parts = Words.of(name);
        words(wordMark, parts);
        Words.keys(parts).forEach(key -> terms.add(keyMark + key));
    }

    private void words(char mark, List<String> parts) {
        parts.stream().flatMap(part -> Words.spellings(part).stream()).forEach(word -> {
            terms.add(mark + word);
            words.add(word);
        });
    }

    private void filters(CatalogEntry entry, EntryFacts facts) {
        terms.add(FilterTerms.ANY);
        terms.add(FilterTerms.container(entry.container()));
        facts.owners().forEach(owner -> terms.add(FilterTerms.owner(owner)));
        facts.tags().forEach(tag -> terms.add(FilterTerms.tag(tag)));
        facts.semantics().forEach(semantic -> terms.add(FilterTerms.semantic(semantic)));
        facts.changedOn().ifPresent(day -> terms.addAll(FilterTerms.changed(day)));
    }

    /** All terms, to be split at blanks. */
    String text() {
        return String.join(" ", terms);
    }

    /** The words among them, for completing and correcting. */
    Set<String> words() {
        return words;
    }
}
