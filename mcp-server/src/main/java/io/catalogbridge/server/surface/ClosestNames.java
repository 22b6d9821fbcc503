package io.catalogbridge.server.surface;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody who wrote a name that does not exist may have meant. */
public final class ClosestNames {

    private ClosestNames() {}

    /**
     * At most {@code limit} of the known names, the most similar first; none that shares less than half its letters' order
     * with the wanted one.
     */
    public static List<String> to(String wanted, Collection<String> known, int limit) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return known.stream()
                .distinct()
                .map(name -> new Candidate(name, distance(lower, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance()
                        <= Math.max(wanted.length(), candidate.name().length()) / 2)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(limit)
                .map(Candidate::name)
                .toList();
    }

    private record Candidate(String name, int distance) {}

    /** Insertions, deletions and replacements that turn one text into the other. */
    private static int distance(String from, String to) {
        int[] costs = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            costs[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int diagonal = costs[0];
            costs[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = costs[column];
                costs[column] = Math.min(replaced, 1 + Math.min(diagonal, costs[column - 1]));
            }
        }
        return costs[to.length()];
    }
}
