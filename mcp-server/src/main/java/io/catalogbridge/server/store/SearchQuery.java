package io.catalogbridge.server.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A search over names, labels, descriptions and columns.
 *
 * @param text   what to look for; empty finds everything
 * @param kind   only entries of this kind; absent for all
 * @param system only entries of this system; absent for both
 * @param limit  entries per page, 1 to 200
 * @param cursor where the last page ended; absent for the first
 */
public record SearchQuery(
        String text,
        @Nullable String kind,
        @Nullable String system,
        int limit,
        @Nullable String cursor) {

    /** Most entries a page can have. */
    public static final int MAX_LIMIT = 200;

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MAX_TOKENS = 16;

    public SearchQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be from 1 to " + MAX_LIMIT + ", not " + limit);
        }
        if (cursor != null && offset(cursor).isEmpty()) {
            throw new IllegalArgumentException("the cursor is not one that an earlier search returned");
        }
    }

    int offset() {
        return cursor == null ? 0 : offset(cursor).orElseThrow();
    }

    /** Words as the index splits them; each may be the beginning of a word. */
    List<String> tokens() {
        Matcher matcher = TOKEN.matcher(SearchWords.split(text));
        return matcher.results()
                .map(result -> result.group())
                .distinct()
                .limit(MAX_TOKENS)
                .toList();
    }

    static String cursorAt(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("offset:" + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Integer> offset(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.matches("offset:\\d{1,9}")
                    ? Optional.of(Integer.parseInt(text.substring("offset:".length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
