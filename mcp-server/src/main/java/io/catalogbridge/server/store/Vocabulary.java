package io.catalogbridge.server.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** All words ever seen in any entry. A word here may no longer be anywhere. */
record Vocabulary(Handle handle) {

    private static final String END = Character.toString(Character.MAX_CODE_POINT);
    private static final int CANDIDATES = 2_000;
    private static final int SHORTEST_CORRECTED = 4;
    private static final int LONG_WORD = 8;
    private static final int ENDING = 3;

    /** Words that begin so, at most {@code limit}. */
    List<String> beginningWith(String beginning, int limit) {
        return handle.createQuery("select word from word where word >= :from and word < :to limit :limit")
                .bind("from", beginning)
                .bind("to", beginning + END)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /**
     * Words that this one may be a misspelling of: those that differ least. At most one letter may be wrong, in long words two;
     * either the first two letters or the last three are taken to be right.
     */
    List<String> similar(String word) {
        if (word.length() < SHORTEST_CORRECTED || Character.isDigit(word.charAt(0))) {
            return List.of();
        }
        int most = word.length() < LONG_WORD ? 1 : 2;
        int ending = Math.min(ENDING, word.length() - 2);
        Set<String> candidates = new LinkedHashSet<>();
        candidates.addAll(range("word", word.substring(0, 2), word.length(), most));
        candidates.addAll(range("backwards", backwards(word).substring(0, ending), word.length(), most));
        Map<Integer, List<String>> byDistance = new TreeMap<>();
        candidates.stream()
                .sorted()
                .forEach(candidate -> byDistance
                        .computeIfAbsent(EditDistance.between(word, candidate, most), distance -> new ArrayList<>())
                        .add(candidate));
        byDistance.remove(most + 1);
        return byDistance.values().stream().findFirst().orElse(List.of());
    }

    private List<String> range(String column, String beginning, int length, int difference) {
        return handle.createQuery("select word from word where " + column + " >= :from and " + column
                        + " < :to and length(word) between :shortest and :longest limit :limit")
                .bind("from", beginning)
                .bind("to", beginning + END)
                .bind("shortest", length - difference)
                .bind("longest", length + difference)
                .bind("limit", CANDIDATES)
                .mapTo(String.class)
                .list();
    }

    private static String backwards(String word) {
        return new StringBuilder(word).reverse().toString();
    }
}
