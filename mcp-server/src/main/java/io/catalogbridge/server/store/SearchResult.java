package io.catalogbridge.server.store;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total        how many entries match
 * @param totalIsExact false if there are more than {@code total}; counts of facets then fall short as well
 * @param hits         this page, the best first
 * @param facets       how the matches spread
 * @param nextCursor   for the next page; absent on the last. Of very many matches only the best can be paged through
 * @param reading      how the words were understood
 * @param nothing      why nothing was found; absent if something was
 */
public record SearchResult(
        long total,
        boolean totalIsExact,
        List<Hit> hits,
        Facets facets,
        @Nullable String nextCursor,
        Reading reading,
        @Nullable Nothing nothing) {

    public SearchResult {
        hits = List.copyOf(hits);
    }

    /** The entries of this page. */
    public List<CatalogEntry> items() {
        return hits.stream().map(Hit::entry).toList();
    }

    /**
     * An entry and why it was found.
     *
     * @param matches empty if no words were looked for
     */
    public record Hit(CatalogEntry entry, SyncState state, List<Match> matches) {
        public Hit {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Where words were found.
     *
     * @param field   {@code name}, {@code label}, {@code container}, {@code description} or {@code columns}
     * @param words   the words looked for that were found there
     * @param columns some of the columns they were found in; empty for other fields
     */
    public record Match(String field, List<String> words, List<String> columns) {
        public Match {
            words = List.copyOf(words);
            columns = List.copyOf(columns);
        }
    }

    /** Counts of matches; containers are those with the most. */
    public record Facets(Map<String, Long> systems, Map<String, Long> kinds, Map<String, Long> containers) {
        public static final Facets NONE = new Facets(Map.of(), Map.of(), Map.of());
    }

    /**
     * How words were understood.
     *
     * @param allWords  whether each hit holds all words; if not, nothing does
     * @param corrected words that nothing holds, and what was looked for instead
     * @param unmatched words that nothing holds and that resemble nothing
     */
    public record Reading(boolean allWords, SortedMap<String, List<String>> corrected, List<String> unmatched) {
        public Reading {
            unmatched = List.copyOf(unmatched);
        }
    }

    /**
     * Why nothing was found.
     *
     * @param withoutFilter how many entries match the words alone, up to a bound
     * @param closest       identifiers of entries whose names resemble what was looked for
     */
    public record Nothing(long withoutFilter, List<String> closest) {
        public Nothing {
            closest = List.copyOf(closest);
        }
    }
}
