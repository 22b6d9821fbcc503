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

/**
 * Finds out what a query means: all its words, if need be corrected; else as many of them as are found together.
 *
 * @param convincing entries with all words that are looked for: one is enough, but where the same is asked next, all at once
 *                   are better
 */
record Interpreter(
        TextIndex index, MatchExpression expressions, Vocabulary vocabulary, SearchScope environment, int convincing) {

    private static final int MOST_CORRECTIONS = 3;
    private static final int TRIED_CORRECTIONS = 10;

    /** Words of one query for which corrections are sought; a question has many that are nowhere. */
    private static final int MOST_CORRECTED = 2;

    /** Words are compared by how rare they are, up to this. */
    private static final int COMMON = 500;

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
        return index.find(environment, expressions.chunks(chunks, Fields.ALL), convincing)
                        .count()
                > 0;
    }

    private Interpretation corrected(List<List<QueryWord>> chunks) {
        Map<String, Present> present = new HashMap<>();
        SortedMap<String, List<String>> corrected = new TreeMap<>();
        List<String> unmatched = new ArrayList<>();
        chunks.stream().flatMap(List::stream).forEach(word -> {
            long entries = entries(word);
            List<String> corrections = entries > 0 || corrected.size() + unmatched.size() >= MOST_CORRECTED
                    ? List.of()
                    : corrections(word);
            if (entries > 0) {
                present.put(word.text(), new Present(word, entries));
            } else if (corrections.isEmpty()) {
                unmatched.add(word.text());
            } else {
                corrected.put(word.text(), corrections);
                QueryWord right = new QueryWord(word.text(), corrections);
                present.put(word.text(), new Present(right, entries(right)));
            }
        });
        List<List<Present>> right = chunks.stream()
                .map(chunk -> chunk.stream()
                        .filter(word -> present.containsKey(word.text()))
                        .map(word -> present.get(word.text()))
                        .toList())
                .filter(chunk -> !chunk.isEmpty())
                .toList();
        return decided(right, corrected, unmatched);
    }

    /** A word that is somewhere, and in how many entries; all that are common count the same. */
    private record Present(QueryWord word, long entries) {}

    private long entries(QueryWord word) {
        return index.find(environment, expressions.word(word, Fields.ALL), COMMON)
                .count();
    }

    private List<String> corrections(QueryWord word) {
        return word.variants().stream()
                .flatMap(variant -> vocabulary.similar(variant).stream())
                .distinct()
                .limit(TRIED_CORRECTIONS)
                .filter(similar -> index.holds(
                        environment, expressions.word(new QueryWord(similar, List.of(similar)), Fields.ALL)))
                .limit(MOST_CORRECTIONS)
                .toList();
    }

    private Interpretation decided(
            List<List<Present>> present, SortedMap<String, List<String>> corrected, List<String> unmatched) {
        List<List<QueryWord>> chunks = present.stream()
                .map(chunk -> chunk.stream().map(Present::word).toList())
                .toList();
        if (chunks.isEmpty()) {
            return new Interpretation(Mode.NOTHING, chunks, List.of(), corrected, unmatched);
        }
        if (unmatched.isEmpty() && !corrected.isEmpty() && together(chunks)) {
            return new Interpretation(Mode.ALL, chunks, List.of(), corrected, unmatched);
        }
        return new Interpretation(Mode.ANY, chunks, core(present), corrected, unmatched);
    }

    /** As many words as are found together, taken from the rarest on. */
    private List<QueryWord> core(List<List<Present>> present) {
        List<QueryWord> rarestFirst = present.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Present::entries))
                .map(Present::word)
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
