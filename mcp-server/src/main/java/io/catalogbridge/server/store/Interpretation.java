package io.catalogbridge.server.store;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A query as it is understood in view of what the index holds. Filters have no say in it.
 *
 * @param mode      how words are combined
 * @param chunks    what to look for, corrected
 * @param core      if any word will do: the words that are found together
 * @param corrected words that nothing holds, and what is looked for instead
 * @param unmatched words that nothing holds and that resemble nothing
 */
record Interpretation(
        Mode mode,
        List<List<QueryWord>> chunks,
        List<QueryWord> core,
        SortedMap<String, List<String>> corrected,
        List<String> unmatched) {

    enum Mode {
        /** Nothing is looked for: everything is found. */
        EVERYTHING,
        /** Entries with all words. */
        ALL,
        /** Entries with any of the words, since none has all. */
        ANY,
        /** No word is anywhere. */
        NOTHING
    }

    static final Interpretation EVERYTHING =
            new Interpretation(Mode.EVERYTHING, List.of(), List.of(), Collections.emptySortedMap(), List.of());

    Interpretation {
        chunks = List.copyOf(chunks);
        core = List.copyOf(core);
        corrected = Collections.unmodifiableSortedMap(new TreeMap<>(corrected));
        unmatched = List.copyOf(unmatched);
    }

    List<QueryWord> words() {
        return chunks.stream().flatMap(List::stream).toList();
    }

    /** Everything looked for as one word. */
    Set<String> keys() {
        return Words.keys(words().stream()
                .map(word ->
                        corrected.containsKey(word.text()) ? word.variants().get(0) : word.text())
                .toList());
    }

    /** Equal for queries whose scores can be compared. */
    int fingerprint() {
        return Objects.hash(mode.name(), chunks.toString(), core.toString());
    }

    SearchResult.Reading reading() {
        return new SearchResult.Reading(mode != Mode.ANY, corrected, unmatched);
    }
}
