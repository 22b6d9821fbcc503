package io.catalogbridge.server.store;

import io.catalogbridge.server.store.EntryFacts.ColumnName;
import io.catalogbridge.server.store.SearchResult.Match;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says where in an entry the words are that were looked for. */
record MatchFinder(List<QueryWord> words) {

    private static final int SHOWN_COLUMNS = 5;

    List<Match> in(CatalogEntry entry) {
        List<Match> matches = new ArrayList<>();
        add(matches, "name", NamedText.name(entry.name()));
        add(matches, "label", NamedText.name(entry.label() == null ? "" : entry.label()));
        if (!words.isEmpty()) {
            addColumns(matches, EntryFacts.of(entry.detail()).columns());
        }
        add(matches, "description", NamedText.text(entry.description() == null ? "" : entry.description()));
        add(matches, "container", NamedText.name(entry.container()));
        return matches;
    }

    private void add(List<Match> matches, String field, NamedText text) {
        List<String> found = found(text);
        if (!found.isEmpty()) {
            matches.add(new Match(field, found, List.of()));
        }
    }

    private List<String> found(NamedText text) {
        return words.stream().filter(word -> word.in(text)).map(QueryWord::text).toList();
    }

    private void addColumns(List<Match> matches, List<ColumnName> columns) {
        Set<String> found = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        for (ColumnName column : columns) {
            Set<String> here = new LinkedHashSet<>(found(NamedText.name(column.name())));
            here.addAll(found(NamedText.text(column.label())));
            if (!here.isEmpty() && (names.size() < SHOWN_COLUMNS)) {
                names.add(column.name());
            }
            found.addAll(here);
        }
        if (!found.isEmpty()) {
            matches.add(new Match("columns", List.copyOf(found), names));
        }
    }
}
