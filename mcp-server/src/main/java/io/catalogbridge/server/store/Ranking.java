package io.catalogbridge.server.store;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well an entry fits: exact name, exact label, beginning of the name, words of the heading, columns, description, in this
 * order. Equal scores are ordered by entry number.
 */
final class Ranking {

    private static final int NAME = 1000;
    private static final int LABEL = 900;
    private static final int NAME_BEGINNING = 800;
    private static final int LABEL_BEGINNING = 700;
    private static final int ONE_TEXT = 600;
    private static final int HEADING = 500;
    private static final int COLUMNS = 300;
    private static final int ANYWHERE = 100;
    private static final int FINE = 50;

    private final Interpretation query;
    private final List<QueryWord> words;
    private final Set<String> keys;

    Ranking(Interpretation query) {
        this.query = query;
        this.words = query.words();
        this.keys = query.keys();
    }

    /**
     * The score of an entry, the higher the better.
     *
     * @param inColumns whether all words are in heading and columns
     * @param inCore    whether all words of the core are in it
     */
    int score(String name, @Nullable String label, boolean inColumns, boolean inCore) {
        NamedText named = NamedText.name(name);
        NamedText labelled = NamedText.name(label == null ? "" : label);
        int whole = Math.max(whole(named, NAME, NAME_BEGINNING), whole(labelled, LABEL, LABEL_BEGINNING));
        if (whole > 0) {
            return whole;
        }
        long matched = words.stream()
                .filter(word -> word.in(named) || word.in(labelled))
                .count();
        if (query.mode() == Interpretation.Mode.ANY) {
            return (inCore ? query.core().size() * 15 : 0) + (int) matched * 20;
        }
        if (matched == words.size()) {
            return Math.max(HEADING, Math.max(oneText(named), oneText(labelled)));
        }
        return (inColumns ? COLUMNS : ANYWHERE) + share(matched, words.size());
    }

    private int whole(NamedText text, int exactly, int beginning) {
        int best = 0;
        for (String key : text.keys()) {
            for (String wanted : keys) {
                if (key.equals(wanted)) {
                    return exactly;
                }
                if (key.startsWith(wanted)) {
                    best = Math.max(best, beginning + share(wanted.length(), key.length()));
                }
            }
        }
        return best;
    }

    private int oneText(NamedText text) {
        if (!words.stream().allMatch(word -> word.in(text))) {
            return 0;
        }
        boolean exact = words.stream().allMatch(word -> word.exactlyIn(text));
        return ONE_TEXT + share(words.size(), text.size()) / 2 + (exact ? FINE / 2 : 0);
    }

    private static int share(long part, long whole) {
        return whole == 0 ? 0 : (int) Math.min(FINE, FINE * part / whole);
    }
}
