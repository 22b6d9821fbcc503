package io.catalogbridge.server.store;

import io.catalogbridge.server.store.EntryNumber.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the index that a search looks at.
 *
 * @param range  numbers of environment, system and kind
 * @param filter terms that entries must have, as an expression; empty if there are none
 * @param state  the state they must be in; absent for any
 */
record SearchScope(Range range, String filter, @Nullable SyncState state) {

    static SearchScope all(int environment) {
        return new SearchScope(EntryNumber.within(environment), "", null);
    }

    static SearchScope of(int environment, SearchFilter filter, int year) {
        List<EntryKind> kinds =
                EntryKind.matching(Optional.ofNullable(filter.system()), Optional.ofNullable(filter.kind()));
        return new SearchScope(
                EntryNumber.within(environment, kinds), MatchExpression.all(terms(filter, year)), filter.state());
    }

    private static List<String> terms(SearchFilter filter, int year) {
        List<String> terms = new ArrayList<>();
        add(terms, filter.container() == null ? null : FilterTerms.container(filter.container()));
        add(terms, filter.owner() == null ? null : FilterTerms.owner(filter.owner()));
        add(terms, filter.tag() == null ? null : FilterTerms.tag(filter.tag()));
        add(terms, filter.semantic() == null ? null : FilterTerms.semantic(filter.semantic()));
        if (filter.changedSince() != null) {
            terms.add(MatchExpression.any(FilterTerms.changedSince(filter.changedSince(), year + 1).stream()
                    .map(MatchExpression::term)
                    .toList()));
        }
        return terms;
    }

    private static void add(List<String> terms, @Nullable String term) {
        if (term != null) {
            terms.add(MatchExpression.term(term));
        }
    }

    /** The part after an entry. */
    SearchScope after(long number) {
        return new SearchScope(new Range(Math.max(range.first(), number + 1), range.last()), filter, state);
    }
}
