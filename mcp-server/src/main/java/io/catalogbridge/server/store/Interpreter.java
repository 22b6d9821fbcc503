package io.catalogbridge.server.store;

import io.catalogbridge.server.store.Interpretation.Mode;
import io.catalogbridge.server.store.MatchExpression.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out what a query means: all its words, if need be corrected; else as many of them as are found together. */
record Interpreter(TextIndex index, MatchExpression expressions, Vocabulary vocabulary, SearchScope environment) {

    private static final int MOST_CORRECTIONS = 3;

    /** Words are compared by how rare they are, up to this. */
    private static final int COMMON = 2_000;

    Interpretation interpret(QueryText text) {
        if (text.everything()) {
            return Interpretation.EVERYTHING;
        }
        List<List<QueryWord>> chunks = text.chunks().stream()
                .map(chunk -> chunk.stream().map(QueryWord::of).toList())
                .toList();
        if (!chunks.isEmpty() && together(chunks)) {
            return new Interpretation(Mode.ALL, chunks, List.of(), Collections.emptySortedMap(), List.of());
        }
        return corrected(chunks);
    }

    private boolean together(List<List<QueryWord>> chunks) {
        return index.holds(environment, expressions.chunks(chunks, Fields.ALL));
    }

    private Interpretation corrected(List<List<QueryWord>> chunks) {
        Map<String, QueryWord> present = new HashMap<>();
        SortedMap<String, List<String>> corrected = new TreeMap<>();
        List<String> unmatched = new ArrayList<>();
        chunks.stream().flatMap(List::stream).forEach(word -> {
            if (present(word)) {
                present.put(word.text(), word);
                return;
            }
            List<String> corrections = corrections(word);
            if (corrections.isEmpty()) {
                unmatched.add(word.text());
            } else {
                corrected.put(word.text(), corrections);
                present.put(word.text(), new QueryWord(word.text(), corrections));
            }
        });
        List<List<QueryWord>> right = chunks.stream()
                .map(chunk -> chunk.stream()
                        .filter(word -> present.containsKey(word.text()))
                        .map(word -> present.get(word.text()))
                        .toList())
                .filter(chunk -> !chunk.isEmpty())
                .toList();
        return decided(right, corrected, unmatched);
    }

    private boolean present(QueryWord word) {
        return index.holds(environment, expressions.word(word, Fields.ALL));
    }

    private List<String> corrections(QueryWord word) {
        return word.variants().stream()
                .flatMap(variant -> vocabulary.similar(variant).stream())
                .distinct()
                .filter(similar -> present(new QueryWord(similar, List.of(similar))))
                .limit(MOST_CORRECTIONS)
                .toList();
    }

    private Interpretation decided(
            List<List<QueryWord>> chunks, SortedMap<String, List<String>> corrected, List<String> unmatched) {
        if (chunks.isEmpty()) {
            return new Interpretation(Mode.NOTHING, chunks, List.of(), corrected, unmatched);
        }
        if (unmatched.isEmpty() && !corrected.isEmpty() && together(chunks)) {
            return new Interpretation(Mode.ALL, chunks, List.of(), corrected, unmatched);
        }
        return new Interpretation(Mode.ANY, chunks, core(chunks), corrected, unmatched);
    }

    /** As many words as are found together, taken from the rarest on. */
    private List<QueryWord> core(List<List<QueryWord>> chunks) {
        record Rarity(QueryWord word, long entries) {}
        List<QueryWord> rarestFirst = chunks.stream()
                .flatMap(List::stream)
                .map(word -> new Rarity(
                        word,
                        index.find(environment, expressions.word(word, Fields.ALL), COMMON)
                                .count()))
                .sorted(Comparator.comparingLong(Rarity::entries))
                .map(Rarity::word)
                .toList();
        List<QueryWord> core = new ArrayList<>();
        for (QueryWord word : rarestFirst) {
            core.add(word);
            if (core.size() > 1 && !index.holds(environment, expressions.words(core, Fields.ALL))) {
                core.remove(core.size() - 1);
            }
        }
        return core;
    }
}
