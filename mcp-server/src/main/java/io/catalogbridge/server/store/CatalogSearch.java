package io.catalogbridge.server.store;

import io.catalogbridge.server.store.Interpretation.Mode;
import io.catalogbridge.server.store.MatchExpression.Fields;
import io.catalogbridge.server.store.SearchResult.Facets;
import io.catalogbridge.server.store.SearchResult.Hit;
import io.catalogbridge.server.store.SearchResult.Nothing;
import io.catalogbridge.server.store.TextIndex.Found;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One search. Each question to the index is bounded, so that a search for what nearly everything holds takes no longer than
 * others: the best candidates of each field are ranked, and matches are counted up to {@link #COUNTED}.
 */
final class CatalogSearch {

    /** Matches are counted up to this. */
    static final int COUNTED = 5_000;

    /** Matches of any of several words are counted up to this; how many there are says little. */
    private static final int COUNTED_LOOSELY = 1_000;

    /** One text whatever the numbers, so that it is understood once. */
    private static final String AMONG = " where entry.number in (select value from json_each(:numbers))";

    private static final int WHOLE_NAMES = 50;
    private static final int HEADINGS = 150;
    private static final int OTHERS = 100;
    private static final int COMPLETED_NAMES = 16;
    private static final int WITHOUT_FILTER = 1_000;
    private static final int SHOWN_WITHOUT_FILTER = 3;

    private final Handle handle;
    private final TextIndex index;
    private final MatchExpression expressions;
    private final Vocabulary vocabulary;
    private final int environment;
    private final int year;

    private CatalogSearch(Handle handle, int environment, int year) {
        this.handle = handle;
        this.index = new TextIndex(handle);
        this.vocabulary = new Vocabulary(handle);
        this.expressions = new MatchExpression(vocabulary);
        this.environment = environment;
        this.year = year;
    }

    /** @param year the current one; nothing changes later than in the next */
    static SearchResult run(Handle handle, String environment, SearchQuery query, int year) {
        OptionalInt number = EntryNumbers.known(handle, environment);
        return number.isPresent()
                ? new CatalogSearch(handle, number.getAsInt(), year).run(query)
                : new SearchResult(
                        0,
                        true,
                        List.of(),
                        Facets.NONE,
                        null,
                        Interpretation.EVERYTHING.reading(),
                        new Nothing(0, List.of()));
    }

    private SearchResult run(SearchQuery query) {
        SearchScope scope = SearchScope.of(environment, query.filter(), year);
        Interpretation meant = meaning(query, scope);
        Found matches = meant.mode() == Mode.NOTHING
                ? new Found(new long[0], false)
                : index.find(scope, everywhere(meant), meant.mode() == Mode.ANY ? COUNTED_LOOSELY : COUNTED);
        if (matches.count() == 0) {
            return nothing(query, meant);
        }
        SearchCursor cursor = query.cursor() == null ? null : SearchCursor.read(query.cursor());
        if (cursor != null) {
            cursor.requireReading(meant.fingerprint());
        }
        List<Scored> page = meant.mode() == Mode.EVERYTHING
                ? listed(scope, cursor, query.limit() + 1)
                : ranked(meant, scope, matches, cursor, query.limit() + 1);
        return page(query, meant, matches, page);
    }

    private Interpretation meaning(SearchQuery query, SearchScope scope) {
        SearchScope all = SearchScope.all(environment);
        return new Interpreter(index, expressions, vocabulary, all, scope.equals(all) ? COUNTED : 1)
                .interpret(QueryText.of(query.text()));
    }

    private record Scored(long number, int score) {
        static final Comparator<Scored> BEST_FIRST =
                Comparator.comparingInt(Scored::score).reversed().thenComparingLong(Scored::number);
    }

    private String everywhere(Interpretation meant) {
        return expression(meant, Fields.ALL);
    }

    private String expression(Interpretation meant, Fields fields) {
        return switch (meant.mode()) {
            case EVERYTHING, NOTHING -> "";
            case ALL -> expressions.chunks(meant.chunks(), fields);
            case ANY -> expressions.anyWord(meant.words(), fields);
        };
    }

    private List<Scored> listed(SearchScope scope, @Nullable SearchCursor cursor, int limit) {
        SearchScope rest = cursor == null ? scope : scope.after(cursor.number());
        return Arrays.stream(index.find(rest, "", limit).numbers())
                .mapToObj(number -> new Scored(number, 0))
                .toList();
    }

    private List<Scored> ranked(
            Interpretation meant, SearchScope scope, Found matches, @Nullable SearchCursor cursor, int limit) {
        Found headings = index.find(scope, expression(meant, Fields.HEADING), HEADINGS);
        Set<Long> candidates = new TreeSet<>(numbers(headings));
        Arrays.stream(matches.numbers()).limit(OTHERS).forEach(candidates::add);
        if (headings.more()) {
            candidates.addAll(numbers(index.find(scope, names(meant), WHOLE_NAMES)));
        }
        Set<Long> inColumns = inColumns(meant, scope, matches.count() > headings.count() || matches.more());
        Set<Long> inCore = meant.mode() == Mode.ANY
                ? numbers(index.find(scope, expressions.words(meant.core(), Fields.ALL), OTHERS))
                : Set.of();
        candidates.addAll(inColumns);
        candidates.addAll(inCore);
        Ranking ranking = new Ranking(meant);
        return scored(candidates, ranking, inColumns, inCore).stream()
                .filter(each -> cursor == null || cursor.before(each.score(), each.number()))
                .sorted(Scored.BEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Set<Long> inColumns(Interpretation meant, SearchScope scope, boolean notAllInHeadings) {
        return meant.mode() == Mode.ALL && notAllInHeadings
                ? numbers(index.find(scope, expression(meant, Fields.HEADING_AND_COLUMNS), OTHERS))
                : Set.of();
    }

    /** Whole names: the very name that was looked for, and some that begin with it. */
    private String names(Interpretation meant) {
        Set<String> names = new TreeSet<>(meant.keys());
        meant.keys().forEach(key -> names.addAll(namesBeginningWith(key)));
        return MatchExpression.names(names);
    }

    private List<String> namesBeginningWith(String key) {
        return handle.createQuery("select distinct key from entry where key >= :from and key < :to limit :limit")
                .bind("from", key)
                .bind("to", key + Character.toString(Character.MAX_CODE_POINT))
                .bind("limit", COMPLETED_NAMES)
                .mapTo(String.class)
                .list();
    }

    private static Set<Long> numbers(Found found) {
        return Arrays.stream(found.numbers()).boxed().collect(Collectors.toCollection(HashSet::new));
    }

    private List<Scored> scored(Set<Long> candidates, Ranking ranking, Set<Long> inColumns, Set<Long> inCore) {
        return handle.createQuery("select number, name, label from entry" + AMONG)
                .bind("numbers", list(candidates))
                .map((row, context) -> {
                    long number = row.getLong(1);
                    return new Scored(
                            number,
                            ranking.score(
                                    row.getString(2),
                                    row.getString(3),
                                    inColumns.contains(number),
                                    inCore.contains(number)));
                })
                .list();
    }

    private static String list(Set<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private SearchResult page(SearchQuery query, Interpretation meant, Found matches, List<Scored> page) {
        boolean more = page.size() > query.limit();
        List<Scored> shown = more ? page.subList(0, query.limit()) : page;
        return new SearchResult(
                matches.count(),
                !matches.more(),
                hits(shown, meant),
                new FacetCounts(handle, environment).of(matches.numbers()),
                more ? cursor(query, meant, shown.get(shown.size() - 1)) : null,
                meant.reading(),
                null);
    }

    private static String cursor(SearchQuery query, Interpretation meant, Scored last) {
        return SearchCursor.after(query, meant.fingerprint(), last.score(), last.number())
                .text();
    }

    private List<Hit> hits(List<Scored> page, Interpretation meant) {
        MatchFinder finder = new MatchFinder(meant.words());
        Map<Long, Hit> hits = new HashMap<>();
        handle.createQuery("select entry.*, entry_detail.content, " + OpenItems.STATE + " as state from entry"
                        + " join entry_detail on entry_detail.number = entry.number" + AMONG)
                .bind("numbers", list(page.stream().map(Scored::number).collect(Collectors.toSet())))
                .map((row, context) -> {
                    CatalogEntry entry = EntryRows.ENTRY.map(row, context);
                    SyncState state = SyncState.labelled(row.getString("state")).orElse(SyncState.PENDING);
                    return Map.entry(row.getLong("number"), new Hit(entry, state, finder.in(entry)));
                })
                .forEach(each -> hits.put(each.getKey(), each.getValue()));
        return page.stream()
                .map(each -> hits.get(each.number()))
                .filter(Objects::nonNull)
                .toList();
    }

    private SearchResult nothing(SearchQuery query, Interpretation meant) {
        Nothing why = query.filter().equals(SearchFilter.NONE) || meant.mode() == Mode.NOTHING
                ? new Nothing(0, new ClosestEntries(handle, environment).to(query.text()))
                : withoutFilter(query, meant);
        return new SearchResult(0, true, List.of(), Facets.NONE, null, meant.reading(), why);
    }

    private Nothing withoutFilter(SearchQuery query, Interpretation meant) {
        Found found = index.find(SearchScope.all(environment), everywhere(meant), WITHOUT_FILTER);
        SearchResult best = found.count() == 0
                ? null
                : run(new SearchQuery(query.text(), SearchFilter.NONE, SHOWN_WITHOUT_FILTER, null));
        return new Nothing(
                found.count(),
                best == null
                        ? List.of()
                        : Stream.of(best)
                                .flatMap(result -> result.items().stream())
                                .map(CatalogEntry::id)
                                .toList());
    }
}
