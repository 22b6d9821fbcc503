package io.catalogbridge.server.store;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Entries whose technical names resemble what was looked for. */
record ClosestEntries(Handle handle, int environment) {

    private static final int CANDIDATES = 500;
    private static final int SHOWN = 5;
    private static final int MISTAKES_ARE_LATER_THAN = 2;

    private record Candidate(String id, String key, int distance) {}

    /** Identifiers, the most similar first; none if nothing is at least two thirds the same. */
    List<String> to(String text) {
        Set<String> wanted = new TreeSet<>(Words.keys(text));
        return wanted.stream()
                .flatMap(key -> beginningLike(key).stream())
                .distinct()
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::id))
                .map(Candidate::id)
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    private List<Candidate> beginningLike(String key) {
        int most = Math.max(2, key.length() / 3);
        String beginning = key.substring(0, Math.min(MISTAKES_ARE_LATER_THAN, key.length()));
        return handle
                .createQuery("""
                        select id, key from entry
                        where key >= :from and key < :to and number between :first and :last
                          and length(key) between :shortest and :longest limit :limit""")
                .bind("from", beginning)
                .bind("to", beginning + Character.toString(Character.MAX_CODE_POINT))
                .bind("first", EntryNumber.within(environment).first())
                .bind("last", EntryNumber.within(environment).last())
                .bind("shortest", key.length() - most)
                .bind("longest", key.length() + most)
                .bind("limit", CANDIDATES)
                .map((row, context) -> new Candidate(
                        row.getString("id"),
                        row.getString("key"),
                        EditDistance.between(key, row.getString("key"), most)))
                .list()
                .stream()
                .filter(candidate -> candidate.distance() <= most)
                .toList();
    }
}
