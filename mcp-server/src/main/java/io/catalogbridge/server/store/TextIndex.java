package io.catalogbridge.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The full-text index, read in the order of entry numbers and never further than asked. Serves one search: what was asked
 * before is answered from memory.
 */
final class TextIndex {

    /** Most matches whose state is looked at. */
    private static final int EXAMINED = 20_000;

    private static final String MATCHES =
            "select rowid as number from entry_text where entry_text match ? and rowid between ? and ? limit ?";

    /** All numbers as one text: thousands of rows take longer to fetch than to find. */
    private static final String AS_TEXT = "select group_concat(number) from (" + MATCHES + ")";

    private static final String IN_STATE =
            "select count(*), group_concat(case when " + OpenItems.STATE + " = ? then found.number end) from ("
                    + MATCHES + ") as found cross join entry on entry.number = found.number";

    private static final String EVERYTHING = MatchExpression.term(FilterTerms.ANY);

    private final Handle handle;
    private final Map<Asked, Found> answers = new HashMap<>();

    TextIndex(Handle handle) {
        this.handle = handle;
    }

    private record Asked(SearchScope scope, String words, int limit) {}

    /**
     * Numbers of entries in their order.
     *
     * @param more whether there are others, or may be
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and read where it is made
    record Found(long[] numbers, boolean more) {
        long count() {
            return numbers.length;
        }
    }

    boolean holds(SearchScope scope, String words) {
        return find(scope, words, 1).count() > 0;
    }

    /** Entries that match; empty words match all in the scope. */
    Found find(SearchScope scope, String words, int limit) {
        return answers.computeIfAbsent(new Asked(scope, words, limit), this::answer);
    }

    private Found answer(Asked asked) {
        SearchScope scope = asked.scope();
        String narrowed = MatchExpression.all(List.of(asked.words(), scope.filter()));
        String expression = narrowed.isEmpty() ? EVERYTHING : narrowed;
        try {
            return scope.state() == null
                    ? anyState(expression, scope, asked.limit())
                    : inState(expression, scope, scope.state().label(), asked.limit());
        } catch (SQLException e) {
            throw new StoreException("the search index cannot be read: " + e.getMessage(), e);
        }
    }

    private Found anyState(String expression, SearchScope scope, int limit) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(AS_TEXT)) {
            bind(statement, 1, expression, scope, limit + 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return found(row.getString(1), limit, false);
            }
        }
    }

    private Found inState(String expression, SearchScope scope, String state, int limit) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(IN_STATE)) {
            statement.setString(1, state);
            bind(statement, 2, expression, scope, EXAMINED);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return found(row.getString(2), limit, row.getInt(1) == EXAMINED);
            }
        }
    }

    private static Found found(@Nullable String text, int limit, boolean more) {
        long[] numbers = numbers(text == null ? "" : text);
        Arrays.sort(numbers);
        return numbers.length > limit ? new Found(Arrays.copyOf(numbers, limit), true) : new Found(numbers, more);
    }

    private static long[] numbers(String text) {
        long[] numbers = new long[16];
        int count = 0;
        long number = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == ',') {
                numbers = withRoom(numbers, count);
                numbers[count++] = number;
                number = 0;
            } else {
                number = 10 * number + letter - '0';
            }
        }
        if (text.isEmpty()) {
            return new long[0];
        }
        numbers = withRoom(numbers, count);
        numbers[count++] = number;
        return Arrays.copyOf(numbers, count);
    }

    private static void bind(PreparedStatement statement, int first, String expression, SearchScope scope, int limit)
            throws SQLException {
        statement.setString(first, expression);
        statement.setLong(first + 1, scope.range().first());
        statement.setLong(first + 2, scope.range().last());
        statement.setInt(first + 3, limit);
    }

    private static long[] withRoom(long[] numbers, int count) {
        return count < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * count);
    }
}
