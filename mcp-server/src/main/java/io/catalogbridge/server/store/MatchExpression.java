package io.catalogbridge.server.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what to look for in the language of the full-text index. Words hold nothing but letters, digits and marks. Serves one
 * search.
 */
final class MatchExpression {

    /** Where to look: marks of words, and marks of whole names. */
    enum Fields {
        HEADING(String.valueOf(IndexTerms.HEADING), String.valueOf(IndexTerms.KEY)),
        HEADING_AND_COLUMNS("" + IndexTerms.HEADING + IndexTerms.COLUMN, "" + IndexTerms.KEY + IndexTerms.COLUMN_KEY),
        ALL(
                "" + IndexTerms.HEADING + IndexTerms.COLUMN + IndexTerms.DESCRIPTION,
                "" + IndexTerms.KEY + IndexTerms.COLUMN_KEY);

        private final String words;
        private final String keys;

        /** Each character is a mark. */
        Fields(String words, String keys) {
            this.words = words;
            this.keys = keys;
        }

        char[] words() {
            return words.toCharArray();
        }

        char[] keys() {
            return keys.toCharArray();
        }
    }

    /** Beginnings of up to so many letters have an index of their own. */
    private static final int INDEXED_BEGINNING = 6;

    private static final int MAX_COMPLETIONS = 48;

    private final Vocabulary vocabulary;
    private final Map<String, List<String>> completions = new HashMap<>();

    MatchExpression(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** All of these chunks, each as its words or as one word. */
    String chunks(List<List<QueryWord>> chunks, Fields fields) {
        return all(chunks.stream().map(chunk -> chunk(chunk, fields)).toList());
    }

    private String chunk(List<QueryWord> words, Fields fields) {
        String apart = words(words, fields);
        if (words.size() == 1) {
            return apart;
        }
        List<String> keys = words.stream().map(QueryWord::text).toList();
        return any(
                Stream.concat(Stream.of(apart), keys(Words.keys(keys), fields)).toList());
    }

    /** All of these words. */
    String words(List<QueryWord> words, Fields fields) {
        return all(words.stream().map(word -> word(word, fields)).toList());
    }

    /** Any of these words. Where many words begin like one of them, only the word itself will do. */
    String anyWord(List<QueryWord> words, Fields fields) {
        int completions = MAX_COMPLETIONS / words.size();
        return any(words.stream()
                .map(word -> word(word, fields, variant -> {
                    List<String> found = completions(variant);
                    return found.size() > completions ? List.of(variant) : found;
                }))
                .toList());
    }

    String word(QueryWord word, Fields fields) {
        return word(word, fields, variant -> {
            List<String> found = completions(variant);
            return found.size() > MAX_COMPLETIONS ? List.of() : found;
        });
    }

    /** @param wholes the whole words to look for in place of a beginning; none to look for the beginning */
    private static String word(QueryWord word, Fields fields, Function<String, List<String>> wholes) {
        List<String> parts = new ArrayList<>();
        for (String variant : word.variants()) {
            List<String> whole = wholes.apply(variant);
            for (char mark : fields.words()) {
                if (whole.isEmpty()) {
                    parts.add(quoted(mark, variant) + (QueryWord.onlyWhole(variant) ? "" : " *"));
                }
                whole.forEach(each -> parts.add(quoted(mark, each)));
            }
        }
        keys(word.variants(), fields).forEach(parts::add);
        return any(parts);
    }

    /** The words that begin so, one more than are of use at most; nothing where beginnings have an index of their own. */
    private List<String> completions(String variant) {
        return variant.length() <= INDEXED_BEGINNING || Character.isDigit(variant.charAt(0))
                ? List.of()
                : completions.computeIfAbsent(
                        variant, beginning -> vocabulary.beginningWith(beginning, MAX_COMPLETIONS + 1));
    }

    /** Names or labels that are one of these as a whole. */
    static String names(Iterable<String> keys) {
        return any(keys(keys, Fields.HEADING).toList());
    }

    private static Stream<String> keys(Iterable<String> keys, Fields fields) {
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            for (char mark : fields.keys()) {
                parts.add(quoted(mark, key));
            }
        }
        return parts.stream();
    }

    static String term(String term) {
        return "\"" + term + "\"";
    }

    private static String quoted(char mark, String word) {
        return term(mark + word);
    }

    /** All of these expressions; those that say nothing are left out. */
    static String all(List<String> expressions) {
        return expressions.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(" AND "));
    }

    static String any(List<String> expressions) {
        return expressions.size() == 1
                ? expressions.get(0)
                : expressions.stream()
                        .map(each -> each.contains(" AND ") ? "(" + each + ")" : each)
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }
}
