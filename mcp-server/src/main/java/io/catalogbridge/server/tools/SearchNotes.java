package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.SearchFilter;
import io.catalogbridge.server.store.SearchResult;
import io.catalogbridge.server.store.SearchResult.Nothing;
import io.catalogbridge.server.store.SearchResult.Reading;
import io.catalogbridge.server.surface.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a search has to say about itself, in sentences: how it was understood, and why nothing was found. */
public final class SearchNotes {

    private static final int SHOWN = 5;
    private static final int WORD_LENGTH = 40;

    private SearchNotes() {}

    /** No sentence if all words were found as they were written. */
    public static List<String> of(SearchResult result, SearchFilter filter) {
        List<String> notes = new ArrayList<>();
        Reading reading = result.reading();
        reading.corrected().entrySet().stream()
                .limit(SHOWN)
                .forEach(each -> notes.add("Nothing has " + quoted(each.getKey()) + "; searched for "
                        + each.getValue().stream().map(SearchNotes::quoted).collect(Collectors.joining(" or "))
                        + " instead."));
        if (!reading.unmatched().isEmpty()) {
            notes.add("Nothing has " + list(reading.unmatched()) + ".");
        }
        if (!reading.allWords() && result.total() > 0) {
            notes.add("Nothing has all the words; these have some of them.");
        }
        Nothing nothing = result.nothing();
        if (nothing != null) {
            notes.add(explanation(nothing, filter));
        }
        if (result.nextCursor() == null && !result.totalIsExact()) {
            notes.add("More match than can be listed; add words or filters.");
        }
        return notes;
    }

    private static String explanation(Nothing nothing, SearchFilter filter) {
        if (nothing.withoutFilter() > 0) {
            return nothing.withoutFilter() + " match without the filters " + String.join(", ", names(filter)) + ".";
        }
        return filter.equals(SearchFilter.NONE)
                ? "Nothing matches. Try fewer or shorter words."
                : "Nothing matches, with or without the filters. Try fewer or shorter words.";
    }

    private static List<String> names(SearchFilter filter) {
        List<String> names = new ArrayList<>();
        add(names, "system", filter.system());
        add(names, "kind", filter.kind());
        add(names, "container", filter.container());
        add(names, "owner", filter.owner());
        add(names, "tag", filter.tag());
        add(names, "semantic", filter.semantic());
        add(names, "state", filter.state() == null ? null : filter.state().label());
        add(
                names,
                "changedSince",
                filter.changedSince() == null ? null : filter.changedSince().toString());
        return names;
    }

    private static void add(List<String> names, String name, @Nullable String value) {
        if (value != null) {
            names.add(name + "=" + SafeText.of(value, WORD_LENGTH));
        }
    }

    private static String list(List<String> words) {
        return words.stream().limit(SHOWN).map(SearchNotes::quoted).collect(Collectors.joining(" or "))
                + (words.size() > SHOWN ? " or others of its words" : "");
    }

    private static String quoted(String word) {
        return "'" + SafeText.of(word, WORD_LENGTH) + "'";
    }
}
