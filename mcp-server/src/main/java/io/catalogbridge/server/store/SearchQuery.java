package io.catalogbridge.server.store;

import org.jspecify.annotations.Nullable;

/**
 * A search over names, labels, descriptions and columns.
 *
 * @param text   what to look for; empty or {@code *} finds everything that the filter lets pass
 * @param filter which entries may be found
 * @param limit  entries per page, 1 to 200
 * @param cursor where the last page of the same search ended; absent for the first
 */
public record SearchQuery(
        String text,
        SearchFilter filter,
        int limit,
        @Nullable String cursor) {

    /** Most entries a page can have. */
    public static final int MAX_LIMIT = 200;

    public SearchQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be from 1 to " + MAX_LIMIT + ", not " + limit);
        }
        if (cursor != null) {
            SearchCursor.read(cursor).requireSame(text, filter);
        }
    }

    public SearchQuery(
            String text, @Nullable String kind, @Nullable String system, int limit, @Nullable String cursor) {
        this(text, SearchFilter.NONE.withKind(kind).withSystem(system), limit, cursor);
    }
}
