package io.catalogbridge.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The full-text index, read in the order of entry numbers and never further than asked. */
record TextIndex(Handle handle) {

    /** Most matches whose state is looked at. */
    private static final int EXAMINED = 20_000;

    private static final String MATCHES =
            "select rowid as number from entry_text where entry_text match ? and rowid between ? and ? limit ?";
    private static final String EVERYTHING = MatchExpression.term(FilterTerms.ANY);

    /**
     * Numbers of entries in their order.
     *
     * @param more whether there are others, or may be
     */
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
        String narrowed = MatchExpression.all(List.of(words, scope.filter()));
        String expression = narrowed.isEmpty() ? EVERYTHING : narrowed;
        SyncState state = scope.state();
        try {
            return state == null
                    ? plain(expression, scope, limit)
                    : inState(expression, scope, state, limit);
        } catch (SQLException e) {
            throw new StoreException("the search index cannot be read: " + e.getMessage(), e);
        }
    }

    private Found plain(String expression, SearchScope scope, int limit) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(MATCHES)) {
            bind(statement, 1, expression, scope, limit + 1);
            long[] numbers = new long[16];
            int count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (count == limit) {
                        return new Found(Arrays.copyOf(numbers, count), true);
                    }
                    numbers = withRoom(numbers, count);
                    numbers[count++] = rows.getLong(1);
                }
            }
            return new Found(Arrays.copyOf(numbers, count), false);
        }
    }

    private Found inState(String expression, SearchScope scope, SyncState state, int limit)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection()
                .prepareStatement("select found.number, " + OpenItems.STATE + " = ? from (" + MATCHES
                        + ") as found cross join entry on entry.number = found.number")) {
            statement.setString(1, state.label());
            bind(statement, 2, expression, scope, EXAMINED);
            long[] numbers = new long[16];
            int count = 0;
            int examined = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    examined++;
                    if (rows.getInt(2) == 1) {
                        if (count == limit) {
                            return new Found(Arrays.copyOf(numbers, count), true);
                        }
                        numbers = withRoom(numbers, count);
                        numbers[count++] = rows.getLong(1);
                    }
                }
            }
            return new Found(Arrays.copyOf(numbers, count), examined == EXAMINED);
        }
    }

    private static void bind(
            PreparedStatement statement, int first, String expression, SearchScope scope, int limit)
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
